"""Driving the sandbox from outside, with curl or from the tests of a bot in another process.

POST JSON to /control/<duty>, or GET with a query. People are named by their id or name, chats by id or title
(“@Alice” is Alice's private chat), messages by their id or by words in them.
"""
