"""A calendar file as two strangers read it: events by UID, each as what both of them say."""

from __future__ import annotations

import icalendar
import vobject


def events(data: bytes) -> dict[str, dict]:
    """UID → day, hour, title, text, number, state and alarms (days before); the two readers must agree."""
    one, other = _icalendar(data), _vobject(data)
    assert one == other
    return one


def _icalendar(data: bytes) -> dict[str, dict]:
    found = {}
    for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        start = event["DTSTART"].dt
        assert start.utcoffset().total_seconds() == 8 * 3600
        found[str(event["UID"])] = {
            "day": start.date(),
            "hour": start.hour,
            "title": str(event["SUMMARY"]),
            "text": str(event.get("DESCRIPTION", "")),
            "number": int(event["SEQUENCE"]),
            "state": str(event["STATUS"]),
            "alarms": [-alarm["TRIGGER"].dt.days for alarm in event.walk("VALARM")],
        }
    return found


def _vobject(data: bytes) -> dict[str, dict]:
    found = {}
    calendar = vobject.readOne(data.decode())
    for event in getattr(calendar, "vevent_list", []):
        start = event.dtstart.value
        assert start.utcoffset().total_seconds() == 8 * 3600
        found[event.uid.value] = {
            "day": start.date(),
            "hour": start.hour,
            "title": event.summary.value,
            "text": event.description.value if hasattr(event, "description") else "",
            "number": int(event.sequence.value),
            "state": event.status.value,
            "alarms": [-alarm.trigger.value.days for alarm in getattr(event, "valarm_list", [])],
        }
    return found
