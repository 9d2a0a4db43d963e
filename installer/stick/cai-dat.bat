@echo off
rem Cai Chung Tay tren Windows, khong can mang: bam dup vao tep nay.
setlocal
chcp 65001 >nul
set PYTHONUTF8=1
call :find
if not defined FOUND call :setup
if not defined FOUND (
    echo Máy này chưa có Python 3.11, 3.12 hoặc 3.13. Xin nhờ người biết máy tính cài giúp, rồi chạy lại.
    pause
    exit /b 1
)
%FOUND% -B "%~dp0install.py" %*
set STATUS=%ERRORLEVEL%
pause
exit /b %STATUS%

:find
for %%V in (3.13 3.12 3.11) do (
    if not defined FOUND py -%%V-64 -c "import venv" >nul 2>nul && set "FOUND=py -%%V-64"
)
exit /b

:setup
for %%S in ("%~dp0python\python-3.1*-amd64.exe") do (
    echo Đang cài Python có sẵn trong thẻ nhớ. Xin chờ vài phút.
    "%%~fS" /quiet InstallAllUsers=0 Include_launcher=1 InstallLauncherAllUsers=0 Include_test=0
)
call :find
if defined FOUND exit /b
for %%V in (313 312 311) do (
    if exist "%LOCALAPPDATA%\Programs\Python\Python%%V\python.exe" if not defined FOUND set FOUND="%LOCALAPPDATA%\Programs\Python\Python%%V\python.exe"
)
exit /b
