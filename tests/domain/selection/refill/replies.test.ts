import { describe, expect, it } from "vitest";
import { leavingBy, type SeatEvent } from "#app/domain/selection/refill/replies.ts";

function event(kind: SeatEvent["kind"], at: number): SeatEvent {
  return { ref: "A-1", kind, at, actor: "A-1" };
}

const offer = { offeredAt: 10, replyBy: 20 };

describe("whether somebody has left when a batch runs", () => {
  it("nobody has who waits and said nothing, nor who holds a seat and may still reply", () => {
    expect(leavingBy({ events: [], offer: null, at: 99 })).toBeNull();
    expect(leavingBy({ events: [], offer, at: 19 })).toBeNull();
  });

  it("silence is a decline once the deadline is there", () => {
    expect(leavingBy({ events: [], offer, at: 20 })).toBe("silent");
    expect(leavingBy({ events: [], offer, at: 21 })).toBe("silent");
  });

  it("an acceptance counts from the offer until before the deadline", () => {
    expect(leavingBy({ events: [event("accept", 10)], offer, at: 30 })).toBeNull();
    expect(leavingBy({ events: [event("accept", 19)], offer, at: 30 })).toBeNull();
    expect(leavingBy({ events: [event("accept", 20)], offer, at: 30 })).toBe("silent");
    expect(leavingBy({ events: [event("accept", 9)], offer, at: 30 })).toBe("silent");
  });

  it("a decline counts from its instant on, also of somebody who waits", () => {
    expect(leavingBy({ events: [event("decline", 15)], offer, at: 14 })).toBeNull();
    expect(leavingBy({ events: [event("decline", 15)], offer, at: 15 })).toBe("declined");
    expect(leavingBy({ events: [event("decline", 15)], offer: null, at: 15 })).toBe("declined");
    expect(leavingBy({ events: [event("accept", 15), event("decline", 16)], offer: null, at: 16 })).toBe("declined");
  });

  it("somebody who waits has nothing to accept", () => {
    expect(leavingBy({ events: [event("decline", 15), event("accept", 16)], offer: null, at: 16 })).toBe("declined");
  });

  it("the last word before the batch counts, in whatever order the log has it", () => {
    const events = [event("decline", 15), event("accept", 16)];
    expect(leavingBy({ events, offer, at: 15 })).toBe("declined");
    expect(leavingBy({ events, offer, at: 16 })).toBeNull();
    expect(leavingBy({ events: events.toReversed(), offer, at: 16 })).toBeNull();
    expect(leavingBy({ events: [...events, event("decline", 17)], offer, at: 30 })).toBe("declined");
  });

  it("at the same instant leaving counts, and not having come most of all", () => {
    expect(leavingBy({ events: [event("accept", 15), event("decline", 15)], offer, at: 15 })).toBe("declined");
    expect(leavingBy({ events: [event("decline", 15), event("no_show", 15)], offer, at: 15 })).toBe("no_show");
    expect(leavingBy({ events: [event("no_show", 15)], offer, at: 15 })).toBe("no_show");
  });
});
