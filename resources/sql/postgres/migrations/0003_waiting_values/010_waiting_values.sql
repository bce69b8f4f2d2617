CREATE TABLE waiting_values (
    delivery_id bigint NOT NULL REFERENCES deliveries (id),
    waba_id text COLLATE "C" NOT NULL,
    again bigint NOT NULL,
    PRIMARY KEY (delivery_id, waba_id)
)
