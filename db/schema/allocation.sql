-- Nothing is sold twice: what code let through, these refuse. They count rows that are not released and need no clock.

-- Claims with a time: at every instant of the new interval the quantities taken stay within the capacity in force.
-- The peak lies at the start of the new interval, at the start of a row within it, or where the capacity changes.
CREATE TRIGGER allocations_fit_insert BEFORE INSERT ON allocations
WHEN NEW.released_at IS NULL AND NEW.starts_at IS NOT NULL AND NEW.kind <> 'import'
BEGIN
  SELECT raise(ABORT, 'allocation: taken') WHERE EXISTS (
    SELECT 1 FROM (
      SELECT NEW.starts_at AS at
      UNION SELECT starts_at FROM allocations WHERE resource_id = NEW.resource_id AND released_at IS NULL AND starts_at > NEW.starts_at AND starts_at < NEW.ends_at
      UNION SELECT starts_at FROM capacity_changes WHERE resource_id = NEW.resource_id AND starts_at > NEW.starts_at AND starts_at < NEW.ends_at
      UNION SELECT ends_at FROM capacity_changes WHERE resource_id = NEW.resource_id AND ends_at > NEW.starts_at AND ends_at < NEW.ends_at
    ) AS instants
    WHERE (SELECT coalesce(sum(quantity), 0) FROM allocations WHERE resource_id = NEW.resource_id AND released_at IS NULL AND starts_at > instants.at - (SELECT longest_ms FROM resources WHERE id = NEW.resource_id) AND starts_at <= instants.at AND ends_at > instants.at) + NEW.quantity
      > CASE
          WHEN EXISTS (SELECT 1 FROM capacity_changes WHERE resource_id = NEW.resource_id AND starts_at <= instants.at AND ends_at > instants.at)
            THEN (SELECT coalesce(capacity, 9007199254740991) FROM capacity_changes WHERE resource_id = NEW.resource_id AND starts_at <= instants.at AND ends_at > instants.at)
          ELSE (SELECT coalesce(capacity, 9007199254740991) FROM resources WHERE id = NEW.resource_id)
        END
  );
END;

CREATE TRIGGER allocations_fit_update BEFORE UPDATE OF resource_id, starts_at, ends_at, quantity, released_at, kind ON allocations
WHEN NEW.released_at IS NULL AND NEW.starts_at IS NOT NULL AND NEW.kind <> 'import'
BEGIN
  SELECT raise(ABORT, 'allocation: taken') WHERE EXISTS (
    SELECT 1 FROM (
      SELECT NEW.starts_at AS at
      UNION SELECT starts_at FROM allocations WHERE resource_id = NEW.resource_id AND id <> NEW.id AND released_at IS NULL AND starts_at > NEW.starts_at AND starts_at < NEW.ends_at
      UNION SELECT starts_at FROM capacity_changes WHERE resource_id = NEW.resource_id AND starts_at > NEW.starts_at AND starts_at < NEW.ends_at
      UNION SELECT ends_at FROM capacity_changes WHERE resource_id = NEW.resource_id AND ends_at > NEW.starts_at AND ends_at < NEW.ends_at
    ) AS instants
    WHERE (SELECT coalesce(sum(quantity), 0) FROM allocations WHERE resource_id = NEW.resource_id AND id <> NEW.id AND released_at IS NULL AND starts_at > instants.at - (SELECT longest_ms FROM resources WHERE id = NEW.resource_id) AND starts_at <= instants.at AND ends_at > instants.at) + NEW.quantity
      > CASE
          WHEN EXISTS (SELECT 1 FROM capacity_changes WHERE resource_id = NEW.resource_id AND starts_at <= instants.at AND ends_at > instants.at)
            THEN (SELECT coalesce(capacity, 9007199254740991) FROM capacity_changes WHERE resource_id = NEW.resource_id AND starts_at <= instants.at AND ends_at > instants.at)
          ELSE (SELECT coalesce(capacity, 9007199254740991) FROM resources WHERE id = NEW.resource_id)
        END
  );
END;

-- Pools take claims without a time and keep a running total, so that the ten-thousandth ticket costs what the first did.
CREATE TRIGGER allocations_shape_insert BEFORE INSERT ON allocations
WHEN (NEW.starts_at IS NULL) <> ((SELECT kind FROM resources WHERE id = NEW.resource_id) = 'pool')
BEGIN SELECT raise(ABORT, 'allocation: a pool takes claims without a time, everything else with one'); END;

CREATE TRIGGER allocations_pool_insert AFTER INSERT ON allocations
WHEN NEW.starts_at IS NULL AND NEW.released_at IS NULL
BEGIN
  UPDATE resources SET taken = taken + NEW.quantity WHERE id = NEW.resource_id;
  SELECT raise(ABORT, 'allocation: taken') WHERE NEW.kind <> 'import' AND EXISTS (SELECT 1 FROM resources WHERE id = NEW.resource_id AND capacity IS NOT NULL AND taken > capacity);
END;

CREATE TRIGGER allocations_pool_update AFTER UPDATE OF resource_id, quantity, released_at ON allocations
WHEN NEW.starts_at IS NULL
BEGIN
  UPDATE resources SET taken = taken - CASE WHEN OLD.released_at IS NULL THEN OLD.quantity ELSE 0 END WHERE id = OLD.resource_id;
  UPDATE resources SET taken = taken + CASE WHEN NEW.released_at IS NULL THEN NEW.quantity ELSE 0 END WHERE id = NEW.resource_id;
  SELECT raise(ABORT, 'allocation: taken') WHERE NEW.kind <> 'import' AND NEW.released_at IS NULL
    AND EXISTS (SELECT 1 FROM resources WHERE id = NEW.resource_id AND capacity IS NOT NULL AND taken > capacity);
END;

CREATE TRIGGER allocations_pool_delete AFTER DELETE ON allocations
WHEN OLD.starts_at IS NULL AND OLD.released_at IS NULL
BEGIN UPDATE resources SET taken = taken - OLD.quantity WHERE id = OLD.resource_id; END;

-- Lowering what is there below what is taken is refused.
CREATE TRIGGER resources_capacity_update BEFORE UPDATE OF capacity ON resources
WHEN NEW.capacity IS NOT NULL AND (OLD.capacity IS NULL OR NEW.capacity < OLD.capacity)
BEGIN
  SELECT raise(ABORT, 'resource: below what is taken') WHERE NEW.taken > NEW.capacity OR EXISTS (
    SELECT 1 FROM allocations AS a
    WHERE a.resource_id = NEW.id AND a.released_at IS NULL AND a.starts_at IS NOT NULL AND a.kind <> 'import'
      AND NOT EXISTS (SELECT 1 FROM capacity_changes AS c WHERE c.resource_id = NEW.id AND c.starts_at <= a.starts_at AND c.ends_at > a.starts_at)
      AND (SELECT sum(b.quantity) FROM allocations AS b WHERE b.resource_id = NEW.id AND b.released_at IS NULL AND b.starts_at <= a.starts_at AND b.ends_at > a.starts_at) > NEW.capacity
  );
END;

CREATE TRIGGER capacity_changes_apart BEFORE INSERT ON capacity_changes
BEGIN
  SELECT raise(ABORT, 'capacity: two changes for one time')
  WHERE EXISTS (SELECT 1 FROM capacity_changes WHERE resource_id = NEW.resource_id AND starts_at < NEW.ends_at AND ends_at > NEW.starts_at);
  SELECT raise(ABORT, 'resource: below what is taken') WHERE NEW.capacity IS NOT NULL AND EXISTS (
    SELECT 1 FROM (
      SELECT NEW.starts_at AS at
      UNION SELECT starts_at FROM allocations WHERE resource_id = NEW.resource_id AND released_at IS NULL AND starts_at > NEW.starts_at AND starts_at < NEW.ends_at
    ) AS instants
    WHERE (SELECT coalesce(sum(quantity), 0) FROM allocations WHERE resource_id = NEW.resource_id AND released_at IS NULL AND kind <> 'import' AND starts_at > instants.at - (SELECT longest_ms FROM resources WHERE id = NEW.resource_id) AND starts_at <= instants.at AND ends_at > instants.at) > NEW.capacity
  );
END;

CREATE TRIGGER allocations_longest_insert AFTER INSERT ON allocations WHEN NEW.starts_at IS NOT NULL
BEGIN UPDATE resources SET longest_ms = NEW.ends_at - NEW.starts_at WHERE id = NEW.resource_id AND longest_ms < NEW.ends_at - NEW.starts_at; END;

CREATE TRIGGER allocations_longest_update AFTER UPDATE OF resource_id, starts_at, ends_at ON allocations WHEN NEW.starts_at IS NOT NULL
BEGIN UPDATE resources SET longest_ms = NEW.ends_at - NEW.starts_at WHERE id = NEW.resource_id AND longest_ms < NEW.ends_at - NEW.starts_at; END;
