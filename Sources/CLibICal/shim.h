#include <libical/ical.h>

/* A rule is three kilobytes of arrays; Swift never sees one. */

/* Whether a text is a rule that recurs daily or more seldom: 1 yes, 0 more often, -1 no rule. */
static inline int muster_ical_rule_is_calm(const char *text) {
    struct icalrecurrencetype rule = icalrecurrencetype_from_string(text);
    int kind = rule.freq == ICAL_NO_RECURRENCE ? -1 : rule.freq >= ICAL_DAILY_RECURRENCE;
    icalrecurrencetype_clear(&rule);
    return kind;
}

/* The moment at which a rule says that it ends; a null time where it says none. */
static inline struct icaltimetype muster_ical_rule_until(const char *text) {
    struct icalrecurrencetype rule = icalrecurrencetype_from_string(text);
    struct icaltimetype until = rule.until;
    icalrecurrencetype_clear(&rule);
    return until;
}

/* The occurrences of a rule on the wall clock, from `start` to `until`; NULL where it is no rule. */
static inline icalrecur_iterator *muster_ical_rule_begin(
    const char *text, struct icaltimetype start, struct icaltimetype until) {
    struct icalrecurrencetype rule = icalrecurrencetype_from_string(text);
    if (rule.freq == ICAL_NO_RECURRENCE) return NULL;
    rule.until = until;
    return icalrecur_iterator_new(rule, start);
}
