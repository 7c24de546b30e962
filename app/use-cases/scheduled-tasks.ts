import { faultForLog } from "#app/use-cases/fault-for-log.ts";
import type { Db } from "#db/connect.ts";
import { askNeededTotals } from "./ask-needed-totals.ts";
import { closeDueCohorts } from "./close-due-cohorts.ts";
import { makeDueRecords } from "./make-due-records.ts";
import { publishDueDecisions } from "./publish-decisions.ts";
import { publishDueStages } from "./publish-stage.ts";
import { scheduledReminders } from "./scheduled-reminders.ts";
import { workOnSeats } from "./work-on-seats.ts";

/**
 * What the calendar asks for: every task is safe to run twice and does nothing when nothing is due. The worker never
 * selects. A task that faults does not keep the others from their turn.
 */
export async function runScheduledTasks(db: Db, now: Date): Promise<void> {
  const tasks = [
    () => closeDueCohorts(db, { now }),
    () => publishDueStages(db, now),
    () => publishDueDecisions(db, now),
    () => workOnSeats(db, now),
    () => scheduledReminders(db, now),
    () => makeDueRecords(db, now),
    () => askNeededTotals(db, now),
  ];
  for (const task of tasks) {
    try {
      await task();
    } catch (fault) {
      console.error(JSON.stringify({ level: "error", task: "scheduled", fault: faultForLog(fault) }));
    }
  }
}
