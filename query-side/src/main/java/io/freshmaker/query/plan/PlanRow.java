package io.freshmaker.query.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import tools.jackson.databind.json.JsonMapper;

/** The plan of one Event: written once, always read whole. */
@Entity
@Table(name = "plan_view")
class PlanRow {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Id
    private String eventKey;

    private String json;

    @SuppressWarnings("NullAway.Init")
    protected PlanRow() {} // for JPA

    PlanRow(String eventKey, Plan plan) {
        this.eventKey = eventKey;
        this.json = JSON.writeValueAsString(plan);
    }

    String eventKey() {
        return eventKey;
    }

    Plan plan() {
        return JSON.readValue(json, Plan.class);
    }
}
