CREATE TABLE team_numbers (
    team_id bigint NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
    number_id bigint NOT NULL REFERENCES numbers (id) ON DELETE CASCADE,
    PRIMARY KEY (team_id, number_id)
)
