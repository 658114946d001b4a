-- The books are only added to. A transaction is written open, takes its entries and is sealed; from then on nothing of it moves.
CREATE TRIGGER ledger_transactions_open_insert BEFORE INSERT ON ledger_transactions WHEN NEW.sealed_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'ledger: a transaction is sealed after its entries'); END;

CREATE TRIGGER ledger_transactions_seal BEFORE UPDATE ON ledger_transactions
BEGIN
  SELECT raise(ABORT, 'ledger: a sealed transaction is never changed') WHERE OLD.sealed_at IS NOT NULL;
  SELECT raise(ABORT, 'ledger: a transaction is sealed, and changes in nothing else')
  WHERE NEW.sealed_at IS NULL OR NEW.id <> OLD.id OR NEW.business_id <> OLD.business_id OR NEW.currency <> OLD.currency OR NEW.at <> OLD.at
    OR NEW.kind <> OLD.kind OR NEW.sale_id <> OLD.sale_id OR NEW.subject <> OLD.subject OR NEW.key <> OLD.key;
  SELECT raise(ABORT, 'ledger: a transaction has at least two entries') WHERE (SELECT count(*) FROM ledger_entries WHERE transaction_id = NEW.id) < 2;
  SELECT raise(ABORT, 'ledger: entries add up to zero') WHERE (SELECT sum(amount_minor) FROM ledger_entries WHERE transaction_id = NEW.id) <> 0;
END;

CREATE TRIGGER ledger_transactions_delete BEFORE DELETE ON ledger_transactions
BEGIN SELECT raise(ABORT, 'ledger: a transaction is never deleted'); END;

CREATE TRIGGER ledger_entries_insert BEFORE INSERT ON ledger_entries
BEGIN
  SELECT raise(ABORT, 'ledger: a sealed transaction takes no entry') WHERE (SELECT sealed_at FROM ledger_transactions WHERE id = NEW.transaction_id) IS NOT NULL;
  SELECT raise(ABORT, 'ledger: one currency for each transaction') WHERE (SELECT currency FROM ledger_transactions WHERE id = NEW.transaction_id) <> NEW.currency;
END;

CREATE TRIGGER ledger_entries_balance AFTER INSERT ON ledger_entries
BEGIN
  INSERT INTO ledger_balances (business_id, account, currency, balance_minor)
  SELECT business_id, NEW.account, NEW.currency, NEW.amount_minor FROM ledger_transactions WHERE id = NEW.transaction_id
  ON CONFLICT (business_id, account, currency) DO UPDATE SET balance_minor = balance_minor + excluded.balance_minor;
END;

CREATE TRIGGER ledger_entries_update BEFORE UPDATE ON ledger_entries BEGIN SELECT raise(ABORT, 'ledger: an entry is never changed'); END;
CREATE TRIGGER ledger_entries_delete BEFORE DELETE ON ledger_entries BEGIN SELECT raise(ABORT, 'ledger: an entry is never deleted'); END;
