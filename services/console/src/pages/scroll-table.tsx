import { Table } from "@guildhall/ui";
import type { Child } from "hono/jsx";

export interface ScrollTableProps {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Child[])[];
  /** The columns of numbers, counted from 0. */
  readonly numeric?: readonly number[];
  /** Whether the first cell of a row says what the row is about. */
  readonly named?: boolean;
}

/** A table that scrolls by itself where the screen is narrow, by keyboard too. */
export function ScrollTable(props: ScrollTableProps) {
  const { label, head, rows, numeric = [], named = true } = props;
  const cell = (content: Child, column: number) =>
    numeric.includes(column) ? { content, format: "numeric" } : { content };
  return (
    <section class="console-scroll" tabindex={0} aria-label={label}>
      <Table
        classes={head.length > 3 ? "console-wide" : ""}
        firstCellIsHeader={named}
        attributes={{ "aria-label": label }}
        head={head.map(cell)}
        rows={rows.map((row) => row.map(cell))}
      />
    </section>
  );
}

/** A table whose rows become cards where the screen is narrow: for what is read on a phone, out of the office. */
export function StackTable({
  label,
  head,
  rows,
}: Pick<ScrollTableProps, "label" | "head" | "rows">) {
  return (
    <Table
      classes="console-stack"
      attributes={{ "aria-label": label }}
      head={head.map((content) => ({ content }))}
      rows={rows.map((row) => row.map((content) => ({ content })))}
    />
  );
}

/** The way to the rest of a list. */
export function More({ href }: { href: string | undefined }) {
  if (href === undefined) return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={href} rel="next">
        Show more
      </a>
    </p>
  );
}
