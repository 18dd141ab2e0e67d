import { context, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { GuardedRequest } from "./guard.ts";
import { GuardFault } from "./guard-fault.ts";

/**
 * Make each call a span of the trace that it belongs to, and hand that trace on to whoever is called.
 *
 * The span names the host and what was answered: paths, queries and bodies may hold what people entered. Where no
 * traces are kept, a call goes out as it is.
 */
export function traceCalls(request: GuardedRequest): GuardedRequest {
  return (call, signal) => {
    const attributes = {
      "http.request.method": call.method,
      "server.address": URL.canParse(call.url) ? new URL(call.url).hostname : "",
    };
    const options = { kind: SpanKind.CLIENT, attributes };
    return trace.getTracer("guildhall").startActiveSpan(call.method, options, async (span) => {
      const headers = { ...call.headers };
      propagation.inject(context.active(), headers);
      try {
        const answer = await request({ ...call, headers }, signal);
        span.setAttribute("http.response.status_code", answer.status);
        return answer;
      } catch (error) {
        if (error instanceof GuardFault) span.setAttribute("error.type", error.code);
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
  };
}
