-- What strangers find businesses by: words, with accents folded, and facets that a search can ask for. Nothing of a business is kept in
-- it; the numbers are those of business_entries, so that neither a rebuilt table nor VACUUM moves them. A changed definition needs a migration that drops it.
CREATE VIRTUAL TABLE IF NOT EXISTS businesses_fts USING fts5(
  name, about, place, facets, content = '', contentless_delete = 1, detail = column, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER business_entries_added AFTER INSERT ON business_entries BEGIN
  UPDATE business_entries SET revision = revision + 1 WHERE number = new.number;
END;

-- Facets: `open` to the public; `c` and the id of each of its categories. Ids stand without hyphens, as words do.
CREATE TRIGGER business_entries_renewed AFTER UPDATE OF revision ON business_entries BEGIN
  DELETE FROM businesses_fts WHERE rowid = new.number;
  INSERT INTO businesses_fts (rowid, name, about, place, facets)
  SELECT new.number, b.name, coalesce(b.kicker, '') || ' ' || coalesce(b.about, ''),
    (SELECT group_concat(s.city || ' ' || coalesce(s.region, '') || ' ' || s.postal_code, ' ') FROM stores s WHERE s.business_id = b.id AND s.status = 'open'),
    iif(b.status IN ('active', 'trial'), 'open ', '')
      || coalesce((SELECT group_concat('c' || replace(c.category_id, '-', ''), ' ') FROM business_categories c WHERE c.business_id = b.id), '')
  FROM businesses b WHERE b.id = new.business_id;
END;

CREATE TRIGGER businesses_entered AFTER INSERT ON businesses BEGIN
  INSERT INTO business_entries (business_id) VALUES (new.id);
END;

CREATE TRIGGER businesses_reentered AFTER UPDATE OF name, kicker, about, status ON businesses
WHEN (old.name, old.kicker, old.about, old.status) IS NOT (new.name, new.kicker, new.about, new.status) BEGIN
  UPDATE business_entries SET revision = revision + 1 WHERE business_id = new.id;
END;

CREATE TRIGGER stores_entered AFTER INSERT ON stores BEGIN
  UPDATE business_entries SET revision = revision + 1 WHERE business_id = new.business_id;
END;

CREATE TRIGGER stores_reentered AFTER UPDATE OF city, region, postal_code, status ON stores
WHEN (old.city, old.region, old.postal_code, old.status) IS NOT (new.city, new.region, new.postal_code, new.status) BEGIN
  UPDATE business_entries SET revision = revision + 1 WHERE business_id = new.business_id;
END;

CREATE TRIGGER business_categories_entered AFTER INSERT ON business_categories BEGIN
  UPDATE business_entries SET revision = revision + 1 WHERE business_id = new.business_id;
END;

CREATE TRIGGER business_categories_left AFTER DELETE ON business_categories BEGIN
  UPDATE business_entries SET revision = revision + 1 WHERE business_id = old.business_id;
END;

-- Those that were there before they had numbers.
INSERT INTO business_entries (business_id)
SELECT id FROM businesses WHERE NOT EXISTS (SELECT 1 FROM business_entries e WHERE e.business_id = businesses.id) ORDER BY id;

UPDATE business_entries SET revision = revision + 1 WHERE number NOT IN (SELECT rowid FROM businesses_fts);
