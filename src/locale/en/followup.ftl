### Recommendations, decisions, assignments, reports
