"""The browser face: pages made on the server, a JSON API, and the door before both.

In: requests. Out: pages that work with a keyboard, on a phone, and without JavaScript for
reading and rating. Nothing is kept here that a restart would lose: what a page must know to go
on is in the page itself, and what is true is in the collection.
"""
