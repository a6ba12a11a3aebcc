package io.github.usher.demo.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Who was routed where, which times are free, and which meetings were made. Thread-safe. */
public final class Diary {
    /** The queue of the answer {@link Answer#NO_FREE_SLOTS}. */
    static final String FULL_QUEUE = "fully-booked";

    static final Duration LENGTH = Duration.ofMinutes(30);
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final int WORKING_DAYS = 15;
    private static final LocalTime FIRST = LocalTime.of(9, 0);
    private static final int TIMES_A_DAY = 16;

    private final Clock clock;
    private final Random random = new SecureRandom();
    private final Map<String, Route> routes = new LinkedHashMap<>();
    private final Map<String, Meeting> meetings = new LinkedHashMap<>();

    Diary(Clock clock) {
        this.clock = clock;
    }

    Route add(RoutingRequest request, String queue) {
        return add(newId(), request, queue);
    }

    synchronized Route add(String routeId, RoutingRequest request, String queue) {
        var route = new Route(
                routeId,
                "00Q0W0000" + newId().substring(0, 6).toUpperCase(Locale.ROOT) + "QAE",
                queue,
                Team.hostOf(queue),
                request.firstName(),
                request.email(),
                request.locale(),
                request.webHook());
        routes.put(route.routeId(), route);
        return route;
    }

    /** The route of that id, or, for somebody who only looks at the page, one that nobody hears of. */
    synchronized Route routeOrGuest(String routeId, String queue, String locale) {
        Route known = routes.get(routeId);
        return known != null ? known : new Route(newId(), "", queue, Team.hostOf(queue), "", "", locale, "");
    }

    List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>();
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZONE);
        while (days.size() < WORKING_DAYS) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(day);
            }
        }
        return days;
    }

    /** The free times of a day. Some are taken by other people's meetings: always the same ones on the same day. */
    synchronized List<LocalTime> times(String queue, LocalDate day) {
        if (queue.equals(FULL_QUEUE) || !days().contains(day)) {
            return List.of();
        }
        List<LocalTime> times = new ArrayList<>();
        for (int i = 0; i < TIMES_A_DAY; i++) {
            LocalTime time = FIRST.plus(LENGTH.multipliedBy(i));
            boolean lunch = time.getHour() == 12;
            boolean busy = Math.floorMod(day.getDayOfYear() * 7 + i * 5, 4) == 0;
            if (!lunch && !busy && !isTaken(queue, at(day, time))) {
                times.add(time);
            }
        }
        return times;
    }

    /** Books a free time; empty if it is not free any more. */
    synchronized Optional<Meeting> book(Route route, LocalDate day, LocalTime time) {
        if (!times(route.queue(), day).contains(time)) {
            return Optional.empty();
        }
        Instant start = at(day, time);
        return Optional.of(keep(new Meeting(newId(), route, route.host(), start, start.plus(LENGTH), false)));
    }

    synchronized Optional<Meeting> move(Meeting meeting, LocalDate day, LocalTime time) {
        if (!times(meeting.route().queue(), day).contains(time)) {
            return Optional.empty();
        }
        return Optional.of(keep(meeting.movedTo(at(day, time))));
    }

    synchronized Meeting keep(Meeting meeting) {
        meetings.put(meeting.eventId(), meeting);
        return meeting;
    }

    synchronized Optional<Meeting> meeting(String eventId) {
        return Optional.ofNullable(meetings.get(eventId));
    }

    public synchronized List<Meeting> meetings() {
        List<Meeting> newestFirst = new ArrayList<>(meetings.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    synchronized void clear() {
        routes.clear();
        meetings.clear();
    }

    private boolean isTaken(String queue, Instant start) {
        return meetings.values().stream()
                .anyMatch(other -> !other.cancelled()
                        && other.start().equals(start)
                        && other.route().queue().equals(queue));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    private String newId() {
        byte[] id = new byte[12];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
