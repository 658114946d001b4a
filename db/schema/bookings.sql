-- What lists filter bookings by, kept with the rows that say so. How a sale stands is one sentence, so a change of its money only
-- takes the state away, and the trigger below puts it back.
CREATE TRIGGER bookings_payment_insert AFTER INSERT ON bookings WHEN NEW.payment_state IS NULL
BEGIN
  UPDATE bookings SET payment_state = (
    SELECT CASE WHEN total_minor > reversed_minor THEN 'unpaid' ELSE 'settled' END FROM sales WHERE id = NEW.sale_id
  ) WHERE id = NEW.id;
END;

CREATE TRIGGER bookings_payment_again AFTER UPDATE OF payment_state ON bookings WHEN NEW.payment_state IS NULL
BEGIN
  UPDATE bookings SET payment_state = (
    SELECT CASE
      WHEN EXISTS (SELECT 1 FROM refunds r WHERE r.sale_id = s.id AND r.given_at IS NULL AND r.withdrawn_at IS NULL) THEN 'refund-due'
      WHEN s.total_minor - s.reversed_minor
        <= (SELECT coalesce(sum(p.amount_minor), 0) FROM payments p WHERE p.sale_id = s.id AND p.undone_at IS NULL)
         - (SELECT coalesce(sum(r.amount_minor), 0) FROM refunds r WHERE r.sale_id = s.id AND r.withdrawn_at IS NULL) THEN 'settled'
      WHEN EXISTS (SELECT 1 FROM payments p WHERE p.sale_id = s.id AND p.undone_at IS NULL) THEN 'part-paid'
      ELSE 'unpaid'
    END
    FROM sales s WHERE s.id = NEW.sale_id
  ) WHERE id = NEW.id;
END;

CREATE TRIGGER bookings_payment_of_sales AFTER UPDATE OF total_minor, reversed_minor ON sales
BEGIN UPDATE bookings SET payment_state = NULL WHERE sale_id = NEW.id; END;

CREATE TRIGGER bookings_payment_of_payments AFTER INSERT ON payments
BEGIN UPDATE bookings SET payment_state = NULL WHERE sale_id = NEW.sale_id; END;

CREATE TRIGGER bookings_payment_of_undone_payments AFTER UPDATE OF amount_minor, undone_at ON payments
BEGIN UPDATE bookings SET payment_state = NULL WHERE sale_id = NEW.sale_id; END;

CREATE TRIGGER bookings_payment_of_refunds AFTER INSERT ON refunds
BEGIN UPDATE bookings SET payment_state = NULL WHERE sale_id = NEW.sale_id; END;

CREATE TRIGGER bookings_payment_of_changed_refunds AFTER UPDATE OF amount_minor, given_at, withdrawn_at ON refunds
BEGIN UPDATE bookings SET payment_state = NULL WHERE sale_id = NEW.sale_id; END;

CREATE TRIGGER bookings_domain AFTER INSERT ON booking_items WHEN NEW.position = 0
BEGIN UPDATE bookings SET domain = NEW.domain WHERE id = NEW.booking_id AND domain IS NOT NEW.domain; END;

-- A booking never leaves its store.
CREATE TRIGGER booking_items_store AFTER INSERT ON booking_items WHEN NEW.store_id IS NULL
BEGIN UPDATE booking_items SET store_id = (SELECT store_id FROM bookings WHERE id = NEW.booking_id) WHERE id = NEW.id; END;

-- A name that changes takes what lists sort it by along. It is folded by the code that writes it; here, only put into small letters.
CREATE TRIGGER booking_items_sort_name_insert AFTER INSERT ON booking_items WHEN NEW.sort_name IS NULL AND NEW.session_id IS NOT NULL
BEGIN
  UPDATE booking_items SET sort_name = lower(coalesce(NEW.attendee_name, (SELECT contact_name FROM bookings WHERE id = NEW.booking_id))) WHERE id = NEW.id;
END;

CREATE TRIGGER booking_items_sort_name_update AFTER UPDATE OF attendee_name, session_id ON booking_items
WHEN NEW.session_id IS NOT NULL AND NEW.sort_name IS OLD.sort_name AND (NEW.sort_name IS NULL OR NEW.attendee_name IS NOT OLD.attendee_name)
BEGIN
  UPDATE booking_items SET sort_name = lower(coalesce(NEW.attendee_name, (SELECT contact_name FROM bookings WHERE id = NEW.booking_id))) WHERE id = NEW.id;
END;

CREATE TRIGGER booking_items_sort_name_of_bookings AFTER UPDATE OF contact_name ON bookings WHEN NEW.contact_name IS NOT OLD.contact_name
BEGIN UPDATE booking_items SET sort_name = lower(NEW.contact_name) WHERE booking_id = NEW.id AND attendee_name IS NULL AND sort_name IS NOT NULL; END;

-- Whose it is.
CREATE TRIGGER booking_people_of_items AFTER INSERT ON booking_items WHEN NEW.staff_id IS NOT NULL
BEGIN
  INSERT OR IGNORE INTO booking_people (staff_id, booking_id, starts_at, placed_at) SELECT NEW.staff_id, id, starts_at, placed_at FROM bookings WHERE id = NEW.booking_id;
END;

CREATE TRIGGER booking_people_of_changed_items AFTER UPDATE OF staff_id ON booking_items WHEN NEW.staff_id IS NOT OLD.staff_id
BEGIN
  DELETE FROM booking_people WHERE booking_id = NEW.booking_id AND staff_id NOT IN (SELECT staff_id FROM booking_items WHERE booking_id = NEW.booking_id AND staff_id IS NOT NULL);
  INSERT OR IGNORE INTO booking_people (staff_id, booking_id, starts_at, placed_at) SELECT NEW.staff_id, id, starts_at, placed_at FROM bookings WHERE id = NEW.booking_id AND NEW.staff_id IS NOT NULL;
END;

CREATE TRIGGER booking_people_of_moved_bookings AFTER UPDATE OF starts_at ON bookings WHEN NEW.starts_at <> OLD.starts_at
BEGIN UPDATE booking_people SET starts_at = NEW.starts_at WHERE booking_id = NEW.id; END;

-- Of those that were there before.
INSERT OR IGNORE INTO booking_people (staff_id, booking_id, starts_at, placed_at)
SELECT i.staff_id, b.id, b.starts_at, b.placed_at FROM booking_items i JOIN bookings b ON b.id = i.booking_id
WHERE i.staff_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM booking_people p WHERE p.booking_id = b.id AND p.staff_id = i.staff_id);

-- What a booking is found by: who, by which address, what, and who comes along. The index over it forgets a word as soon as its row
-- no longer has it (secure-delete), so that whoever is erased is found no more.
CREATE TRIGGER booking_texts_of_items AFTER INSERT ON booking_items
BEGIN
  INSERT INTO booking_texts (booking_id, business, reference, name, email, titles, attendees)
  SELECT id, 'b' || replace(business_id, '-', ''), reference, contact_name, contact_email, NEW.title, NEW.attendee_name FROM bookings WHERE id = NEW.booking_id
  ON CONFLICT (booking_id) DO UPDATE SET
    titles = iif(instr(titles, excluded.titles) > 0, titles, titles || ' · ' || excluded.titles),
    attendees = coalesce(attendees || ' · ' || excluded.attendees, attendees, excluded.attendees);
END;

CREATE TRIGGER booking_texts_of_changed_items AFTER UPDATE OF title, attendee_name ON booking_items
BEGIN
  UPDATE booking_texts SET
    titles = (SELECT group_concat(title, ' · ') FROM booking_items WHERE booking_id = NEW.booking_id),
    attendees = (SELECT group_concat(attendee_name, ' · ') FROM booking_items WHERE booking_id = NEW.booking_id)
  WHERE booking_id = NEW.booking_id;
END;

CREATE TRIGGER booking_texts_of_changed_bookings AFTER UPDATE OF reference, contact_name, contact_email ON bookings
BEGIN UPDATE booking_texts SET reference = NEW.reference, name = NEW.contact_name, email = NEW.contact_email WHERE booking_id = NEW.id; END;

-- Accents are folded. The texts stay in booking_texts. A changed definition needs a migration that drops it.
CREATE VIRTUAL TABLE IF NOT EXISTS bookings_fts USING fts5(
  business, reference, name, email, titles, attendees, content = 'booking_texts', content_rowid = 'id', detail = column, tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO bookings_fts (bookings_fts, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER bookings_fts_insert AFTER INSERT ON booking_texts
BEGIN
  INSERT INTO bookings_fts (rowid, business, reference, name, email, titles, attendees)
  VALUES (NEW.id, NEW.business, NEW.reference, NEW.name, NEW.email, NEW.titles, NEW.attendees);
END;

CREATE TRIGGER bookings_fts_update AFTER UPDATE ON booking_texts
BEGIN
  INSERT INTO bookings_fts (bookings_fts, rowid, business, reference, name, email, titles, attendees)
  VALUES ('delete', OLD.id, OLD.business, OLD.reference, OLD.name, OLD.email, OLD.titles, OLD.attendees);
  INSERT INTO bookings_fts (rowid, business, reference, name, email, titles, attendees)
  VALUES (NEW.id, NEW.business, NEW.reference, NEW.name, NEW.email, NEW.titles, NEW.attendees);
END;

CREATE TRIGGER bookings_fts_delete AFTER DELETE ON booking_texts
BEGIN
  INSERT INTO bookings_fts (bookings_fts, rowid, business, reference, name, email, titles, attendees)
  VALUES ('delete', OLD.id, OLD.business, OLD.reference, OLD.name, OLD.email, OLD.titles, OLD.attendees);
END;

-- Those that were there before they had texts.
INSERT INTO booking_texts (booking_id, business, reference, name, email, titles, attendees)
SELECT b.id, 'b' || replace(b.business_id, '-', ''), b.reference, b.contact_name, b.contact_email,
  (SELECT group_concat(i.title, ' · ') FROM booking_items i WHERE i.booking_id = b.id),
  (SELECT group_concat(i.attendee_name, ' · ') FROM booking_items i WHERE i.booking_id = b.id)
FROM bookings b WHERE b.id NOT IN (SELECT booking_id FROM booking_texts) ORDER BY b.placed_at, b.id;
