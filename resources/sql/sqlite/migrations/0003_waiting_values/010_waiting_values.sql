CREATE TABLE waiting_values (
    delivery_id INTEGER NOT NULL REFERENCES deliveries (id),
    waba_id TEXT NOT NULL, -- empty: the value named none
    again INTEGER NOT NULL, -- 1: taken back while it was being applied, so it is applied once more
    PRIMARY KEY (delivery_id, waba_id)
) STRICT, WITHOUT ROWID
