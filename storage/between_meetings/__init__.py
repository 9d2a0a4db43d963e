"""The books that are kept between meetings, and what is read out of all of them."""
