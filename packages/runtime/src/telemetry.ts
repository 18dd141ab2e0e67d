import type { SpanExporter } from "@opentelemetry/sdk-trace-base";

export interface TelemetryOptions {
  /** Where traces are sent: the base address of an OTLP receiver over HTTP. */
  readonly endpoint: string;
  /** The service that speaks. */
  readonly name: string;
  /** Takes the spans in place of the endpoint. */
  readonly exporter?: SpanExporter;
}

/** Traces that are being kept. */
export interface Telemetry {
  /** Send what is left, and keep none any more. */
  stop(): Promise<void>;
}

/**
 * Keep traces and send them on, by the W3C's way of handing them from one system to the next.
 *
 * Nothing is loaded where it is not called: a span that somebody begins is then nobody's. Which share is kept, and what
 * the receiver is shown as a credential, is set by OpenTelemetry's own variables.
 */
export async function startTelemetry(options: TelemetryOptions): Promise<Telemetry> {
  const [api, sdk, { AsyncLocalStorageContextManager }, core, { resourceFromAttributes }] =
    await Promise.all([
      import("@opentelemetry/api"),
      import("@opentelemetry/sdk-trace-base"),
      import("@opentelemetry/context-async-hooks"),
      import("@opentelemetry/core"),
      import("@opentelemetry/resources"),
    ]);
  const provider = new sdk.BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": options.name }),
    spanProcessors: [new sdk.BatchSpanProcessor(options.exporter ?? (await exporterTo(options)))],
  });
  api.trace.setGlobalTracerProvider(provider);
  api.context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  api.propagation.setGlobalPropagator(new core.W3CTraceContextPropagator());
  return {
    stop: async () => {
      await provider.shutdown();
      api.trace.disable();
      api.context.disable();
      api.propagation.disable();
    },
  };
}

async function exporterTo({ endpoint }: TelemetryOptions): Promise<SpanExporter> {
  const { OTLPTraceExporter } = await import("@opentelemetry/exporter-trace-otlp-http");
  return new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
}
