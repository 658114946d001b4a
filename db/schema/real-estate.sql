-- A house and its parts are one level deep, of one business, and only what has no parts is claimed itself.
CREATE TRIGGER properties_part_insert BEFORE INSERT ON properties WHEN NEW.whole_id IS NOT NULL
BEGIN
  SELECT raise(ABORT, 'real-estate: a part belongs to a whole of the same business')
  WHERE NOT EXISTS (SELECT 1 FROM properties WHERE listing_id = NEW.whole_id AND business_id = NEW.business_id AND whole_id IS NULL AND tenure = 'nightly' AND resource_id IS NULL);
END;

CREATE TRIGGER properties_part_update BEFORE UPDATE OF whole_id, tenure, resource_id, business_id ON properties
BEGIN
  SELECT raise(ABORT, 'real-estate: a part belongs to a whole of the same business')
  WHERE NEW.whole_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM properties WHERE listing_id = NEW.whole_id AND business_id = NEW.business_id AND whole_id IS NULL AND tenure = 'nightly' AND resource_id IS NULL);
  SELECT raise(ABORT, 'real-estate: what has parts is a whole, let by the night, and claims only theirs')
  WHERE (NEW.whole_id IS NOT NULL OR NEW.resource_id IS NOT NULL OR NEW.tenure <> 'nightly')
    AND EXISTS (SELECT 1 FROM properties WHERE whole_id = NEW.listing_id);
END;

CREATE TRIGGER seasons_apart_insert BEFORE INSERT ON seasons
WHEN EXISTS (SELECT 1 FROM seasons WHERE listing_id = NEW.listing_id AND first_night <= NEW.last_night AND last_night >= NEW.first_night)
BEGIN SELECT raise(ABORT, 'real-estate: the seasons of a property do not overlap'); END;

CREATE TRIGGER seasons_apart_update BEFORE UPDATE OF listing_id, first_night, last_night ON seasons
WHEN EXISTS (SELECT 1 FROM seasons WHERE listing_id = NEW.listing_id AND id <> NEW.id AND first_night <= NEW.last_night AND last_night >= NEW.first_night)
BEGIN SELECT raise(ABORT, 'real-estate: the seasons of a property do not overlap'); END;
