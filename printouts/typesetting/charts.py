"""Bar charts on paper: black on white, each bar with its number."""

from __future__ import annotations

from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import STATE_DEFAULTS, Drawing, String
from reportlab.lib.colors import Color, black
from reportlab.lib.units import mm

from printouts.typesetting.fonts import BOLD, REGULAR
from printouts.typesetting.page import TEXT_WIDTH
from printouts.typesetting.text import printable
from storage.records.report import BarChart

_HEIGHT = 40 * mm
_TITLE_SIZE = 12
_LABEL_SIZE = 11
_FOOT = 7 * mm
_OVER_TITLE = 2 * mm
_HEAD = 14 * mm
_GREY = Color(0.55, 0.55, 0.55)
"""Seen on any printer, and the number over the bar stays readable."""
_MOST_STEPS = 5


def bar_chart(chart: BarChart) -> Drawing:
    """The chart over the whole width of the text."""
    # ReportLab begins every drawing in a face of its own, which would be listed unembedded.
    STATE_DEFAULTS["fontName"] = REGULAR
    drawing = Drawing(TEXT_WIDTH, _HEIGHT)
    title = String(TEXT_WIDTH / 2, _HEIGHT - _OVER_TITLE - _TITLE_SIZE, printable(chart.title))
    title.fontName, title.fontSize, title.textAnchor = BOLD, _TITLE_SIZE, "middle"
    drawing.add(title)
    drawing.add(_bars(chart))
    return drawing


def _axis_step(highest: int) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 … of which a few reach over the highest bar."""
    tens = 1
    while True:
        for times in (1, 2, 5):
            if times * tens * _MOST_STEPS >= highest:
                return times * tens
        tens *= 10


def _bars(chart: BarChart) -> VerticalBarChart:
    bars = VerticalBarChart()
    bars.x, bars.y = round(10 * mm), round(_FOOT)
    bars.width, bars.height = round(TEXT_WIDTH - 12 * mm), round(_HEIGHT - _FOOT - _HEAD)
    bars.data = [[bar.value for bar in chart.bars]]
    bars.bars[0].fillColor = _GREY
    bars.bars[0].strokeColor = black
    bars.bars[0].strokeWidth = 0.5
    bars.barSpacing, bars.groupSpacing = 0, 8
    bars.barLabelFormat = "%d"
    bars.barLabels.fontName, bars.barLabels.fontSize = REGULAR, _LABEL_SIZE
    bars.barLabels.nudge = 8
    bars.categoryAxis.categoryNames = [printable(bar.label) for bar in chart.bars]
    bars.categoryAxis.labels.fontName = REGULAR
    bars.categoryAxis.labels.fontSize = _LABEL_SIZE
    bars.categoryAxis.labels.dy = -4
    highest = max((bar.value or 0 for bar in chart.bars), default=0)
    step = _axis_step(highest)
    axis = bars.valueAxis
    axis.valueMin, axis.valueStep = 0, step
    axis.valueMax = step * max(1, -(-highest // step))
    axis.labelTextFormat = "%d"
    axis.labels.fontName, axis.labels.fontSize = REGULAR, _LABEL_SIZE
    return bars
