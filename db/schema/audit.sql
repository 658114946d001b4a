CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'audit is append-only'); END;
CREATE TRIGGER booking_steps_are_append_only_update BEFORE UPDATE ON booking_steps BEGIN SELECT raise(ABORT, 'booking_steps are append-only'); END;
CREATE TRIGGER booking_steps_are_append_only_delete BEFORE DELETE ON booking_steps BEGIN SELECT raise(ABORT, 'booking_steps are append-only'); END;
CREATE TRIGGER sale_lines_are_append_only_update BEFORE UPDATE ON sale_lines BEGIN SELECT raise(ABORT, 'sale_lines are never changed'); END;
CREATE TRIGGER sale_lines_are_append_only_delete BEFORE DELETE ON sale_lines BEGIN SELECT raise(ABORT, 'sale_lines are never deleted'); END;
