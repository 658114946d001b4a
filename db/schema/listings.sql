-- What listings are found by: words, with accents folded, and facets that a search can ask for. Nothing of a listing is kept in it; the
-- numbers are those of listing_entries, so that neither a rebuilt table nor VACUUM moves them. A changed definition needs a migration that drops it.
CREATE VIRTUAL TABLE IF NOT EXISTS listings_fts USING fts5(
  title, description, seller, place, facets, content = '', contentless_delete = 1, detail = column, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER listing_entries_added AFTER INSERT ON listing_entries BEGIN
  UPDATE listing_entries SET revision = revision + 1 WHERE number = new.number;
END;

-- Facets: `open` where strangers may find it; `b`, `d`, `m`, `s` and `c` with its business, domain, currency, status and category. They stand
-- without hyphens, as words do.
CREATE TRIGGER listing_entries_renewed AFTER UPDATE OF revision ON listing_entries BEGIN
  DELETE FROM listings_fts WHERE rowid = new.number;
  INSERT INTO listings_fts (rowid, title, description, seller, place, facets)
  SELECT new.number, l.title, l.description, b.name || ' ' || coalesce(b.kicker, ''),
    (SELECT group_concat(s.city || ' ' || coalesce(s.region, '') || ' ' || s.postal_code, ' ')
     FROM listing_stores i JOIN stores s ON s.id = i.store_id WHERE i.listing_id = l.id AND s.status = 'open'),
    iif(l.status = 'active' AND b.status IN ('active', 'trial')
      AND EXISTS (SELECT 1 FROM business_domains d WHERE d.business_id = b.id AND d.domain = l.domain AND d.disabled_at IS NULL), 'open ', '')
      || 'b' || replace(b.id, '-', '') || ' d' || replace(l.domain, '-', '') || ' m' || b.currency || ' s' || l.status
      || coalesce((SELECT ' c' || replace(c.category_id, '-', '') FROM listing_categories c WHERE c.listing_id = l.id), '')
  FROM listings l JOIN businesses b ON b.id = l.business_id WHERE l.id = new.listing_id;
END;

CREATE TRIGGER listings_entered AFTER INSERT ON listings BEGIN
  INSERT INTO listing_entries (listing_id) VALUES (new.id);
END;

CREATE TRIGGER listings_reentered AFTER UPDATE OF title, description, status ON listings
WHEN (old.title, old.description, old.status) IS NOT (new.title, new.description, new.status) BEGIN
  UPDATE listing_entries SET revision = revision + 1 WHERE listing_id = new.id;
END;

CREATE TRIGGER listing_stores_entered AFTER INSERT ON listing_stores BEGIN
  UPDATE listing_entries SET revision = revision + 1 WHERE listing_id = new.listing_id;
END;

CREATE TRIGGER listing_stores_left AFTER DELETE ON listing_stores BEGIN
  UPDATE listing_entries SET revision = revision + 1 WHERE listing_id = old.listing_id;
END;

CREATE TRIGGER listing_categories_entered AFTER INSERT ON listing_categories BEGIN
  UPDATE listing_entries SET revision = revision + 1 WHERE listing_id = new.listing_id;
END;

CREATE TRIGGER listing_categories_changed AFTER UPDATE OF category_id ON listing_categories WHEN old.category_id <> new.category_id BEGIN
  UPDATE listing_entries SET revision = revision + 1 WHERE listing_id = new.listing_id;
END;

CREATE TRIGGER listing_categories_left AFTER DELETE ON listing_categories BEGIN
  UPDATE listing_entries SET revision = revision + 1 WHERE listing_id = old.listing_id;
END;

-- What a listing is found by stands with its seller too.
CREATE TRIGGER listings_of_business_reentered AFTER UPDATE OF name, kicker, status, currency ON businesses
WHEN (old.name, old.kicker, old.status, old.currency) IS NOT (new.name, new.kicker, new.status, new.currency) BEGIN
  UPDATE listing_entries SET revision = revision + 1 WHERE listing_id IN (SELECT id FROM listings WHERE business_id = new.id);
END;

CREATE TRIGGER listings_of_store_reentered AFTER UPDATE OF city, region, postal_code, status ON stores
WHEN (old.city, old.region, old.postal_code, old.status) IS NOT (new.city, new.region, new.postal_code, new.status) BEGIN
  UPDATE listing_entries SET revision = revision + 1 WHERE listing_id IN (SELECT listing_id FROM listing_stores WHERE store_id = new.id);
END;

CREATE TRIGGER listings_of_domain_entered AFTER INSERT ON business_domains BEGIN
  UPDATE listing_entries SET revision = revision + 1
  WHERE listing_id IN (SELECT id FROM listings WHERE business_id = new.business_id AND domain = new.domain);
END;

CREATE TRIGGER listings_of_domain_reentered AFTER UPDATE OF disabled_at ON business_domains
WHEN (old.disabled_at IS NULL) <> (new.disabled_at IS NULL) BEGIN
  UPDATE listing_entries SET revision = revision + 1
  WHERE listing_id IN (SELECT id FROM listings WHERE business_id = new.business_id AND domain = new.domain);
END;

-- Those that were there before they had numbers.
INSERT INTO listing_entries (listing_id)
SELECT id FROM listings WHERE NOT EXISTS (SELECT 1 FROM listing_entries e WHERE e.listing_id = listings.id) ORDER BY id;

UPDATE listing_entries SET revision = revision + 1 WHERE number NOT IN (SELECT rowid FROM listings_fts);
