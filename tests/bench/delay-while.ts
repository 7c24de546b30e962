import { monitorEventLoopDelay } from "node:perf_hooks";

/** The longest that the event loop of this thread is held up while something is waited for, in ms. */
export async function delayWhile<Value>(
  work: Promise<Value>,
): Promise<{ readonly value: Value; readonly delay: number }> {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  const value = await work;
  delays.disable();
  return { value, delay: delays.max / 1e6 };
}
