-- After an import, lists of people are slow until PostgreSQL knows how many there are. The server
-- tells it at once, rather than up to a minute later: this much, and no more of the owner's rights.
create function people.refresh_statistics() returns void
    language plpgsql security definer set search_path = '' as $$
begin
    analyze people.person, people.post;
end
$$;
