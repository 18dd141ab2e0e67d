import {
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { type Carried, laneOf } from "./queue.ts";

/** The trace that each was dispatched in, for as long as it is in this process. */
const origins = new WeakMap<Carried, string>();

/** Remember which trace these were dispatched in: many requests' tickets go to Redis in one call. */
export function keepOrigin(carried: readonly Carried[]): void {
  const carrier: Record<string, string> = {};
  propagation.inject(live(), carrier);
  if (carrier.traceparent === undefined) return;
  const metadata = JSON.stringify(carrier);
  for (const one of carried) origins.set(one, metadata);
}

/** The trace of a ticket as BullMQ carries it beside the job, or undefined when nothing is traced. */
export function originOf(carried: Carried): string | undefined {
  return origins.get(carried);
}

/**
 * Do what a ticket stands for as a span of the trace that it was dispatched in.
 *
 * The span says which row and which claim it was. An attempt that a later claim makes has a trace of its own, which is
 * found by the row's id.
 */
export function inTrace(carried: Carried, work: () => Promise<void>): Promise<void> {
  const metadata = origins.get(carried);
  const parent = metadata ? propagation.extract(ROOT_CONTEXT, JSON.parse(metadata)) : live();
  const { tenant, id, generation } = carried;
  const attributes = {
    "guildhall.tenant": tenant,
    "guildhall.outbox.id": id,
    "guildhall.outbox.generation": generation,
  };
  const options = { kind: SpanKind.CONSUMER, attributes };
  const tracer = trace.getTracer("guildhall");
  return tracer.startActiveSpan(`work ${laneOf(carried)}`, options, parent, async (span) => {
    try {
      await work();
    } catch (error) {
      // Its words may quote anything; that it failed is all that is said.
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** What is done now, unless it has ended: a timer that a request set goes off in that request's trace, long after it. */
function live(): Context {
  return trace.getActiveSpan()?.isRecording() ? context.active() : ROOT_CONTEXT;
}
