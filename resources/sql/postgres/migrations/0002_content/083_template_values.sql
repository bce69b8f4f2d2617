CREATE TABLE template_values (
    waba_id text NOT NULL,
    name text NOT NULL,
    language text NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (waba_id, name, language)
)
