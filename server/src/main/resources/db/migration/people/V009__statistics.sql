-- After an import, lists of people are slow until PostgreSQL knows how many there are. The server
-- tells it at once, rather than up to a minute later.
grant maintain on people.person, people.post to dure_app;
