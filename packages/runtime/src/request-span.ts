import { context, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";

/** What a span says of a request: never its address, which may name a person, nor what it held. */
export interface RequestFacts {
  readonly method: string;
  /** The pattern, never the path. */
  readonly route: string;
  readonly tenant?: string | undefined;
  readonly status: number;
  /** The id by which the log and the caller know it. */
  readonly requestId?: string | undefined;
}

/**
 * Answer a request as a span, which everything that is set in motion by it belongs to.
 *
 * A caller's own trace is linked and not continued: whether ours is kept is not for callers to say.
 */
export function inRequestSpan<T>(
  headers: Headers,
  answer: (describe: (facts: RequestFacts) => void) => Promise<T>,
): Promise<T> {
  const options = { kind: SpanKind.SERVER, root: true, links: linksOf(headers) };
  return trace.getTracer("guildhall").startActiveSpan("request", options, async (span) => {
    try {
      return await answer(({ method, route, tenant, status, requestId }) => {
        span.updateName(`${method} ${route}`);
        span.setAttributes({
          "http.request.method": method,
          "http.route": route,
          "http.response.status_code": status,
          ...(tenant !== undefined && { "guildhall.tenant": tenant }),
          ...(requestId !== undefined && { "guildhall.request.id": requestId }),
        });
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      });
    } finally {
      span.end();
    }
  });
}

function linksOf(headers: Headers) {
  const traceparent = headers.get("traceparent");
  if (traceparent === null) return [];
  const theirs = trace.getSpanContext(propagation.extract(context.active(), { traceparent }));
  return theirs ? [{ context: theirs }] : [];
}
