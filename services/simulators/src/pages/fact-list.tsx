import type { Child } from "hono/jsx";

/** One thing known of a case: its name, and its value as text or as something richer. */
export interface ShownFact {
  readonly name: string;
  readonly value: Child;
}

interface FactListProps {
  readonly facts: readonly ShownFact[];
  readonly title?: string;
  readonly id?: string;
  /** What is shown above the facts. */
  readonly children?: Child;
}

/** What is known of a case. A long text scrolls in its place, so that the rest stays in sight. */
export function FactList({ facts, title = "Details", id = "facts", children }: FactListProps) {
  if (facts.length === 0 && !children) return null;
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      <dl class="facts">
        {facts.map(({ name, value }) => (
          <>
            <dt>{name}</dt>
            <dd>{isLong(value) ? <LongText name={name} value={value} /> : value}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function LongText({ name, value }: ShownFact) {
  return (
    <section class="long" aria-label={name} tabindex={0}>
      {value}
    </section>
  );
}

function isLong(value: Child): boolean {
  return typeof value === "string" && (value.length > 600 || value.split("\n").length > 10);
}
