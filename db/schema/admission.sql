-- Nobody is let in twice (a unique index), and of a party no more than it has places.
CREATE TRIGGER admissions_within_party BEFORE INSERT ON admissions
WHEN NEW.place > (SELECT quantity FROM booking_items WHERE id = NEW.item_id)
BEGIN SELECT raise(ABORT, 'admission: more than the ticket has'); END;
