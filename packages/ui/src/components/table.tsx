import type { Child } from "hono/jsx";
import { type Common, join, type Nothing, type Optional, present } from "../parts.ts";

export type TableCell = Common & { content?: Child } & Optional<{
    format: "numeric" | string;
    colspan: number;
    rowspan: number;
  }>;

export type TableProps = Common & {
  rows: readonly (readonly TableCell[] | Nothing)[];
} & Optional<{
    head: readonly TableCell[];
    caption: string;
    captionClasses: string;
    firstCellIsHeader: boolean;
  }>;

export function Table(props: TableProps) {
  return (
    <table class={join("govuk-table", props.classes)} {...props.attributes}>
      {props.caption && (
        <caption class={join("govuk-table__caption", props.captionClasses)}>
          {props.caption}
        </caption>
      )}
      {props.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.head.map((cell) => (
              <th scope="col" class={classOf("header", cell)} {...rest(cell)}>
                {cell.content}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {present(props.rows).map((row) => (
          <tr class="govuk-table__row">
            {row.map((cell, index) => (
              <Cell cell={cell} isHeader={index === 0 && props.firstCellIsHeader === true} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell, isHeader }: { cell: TableCell; isHeader: boolean }) {
  if (!isHeader) {
    return (
      <td class={classOf("cell", cell)} {...rest(cell)}>
        {cell.content}
      </td>
    );
  }
  return (
    <th scope="row" class={join("govuk-table__header", cell.classes)} {...rest(cell)}>
      {cell.content}
    </th>
  );
}

function classOf(kind: "header" | "cell", { format, classes }: TableCell): string {
  return join(`govuk-table__${kind}`, format && `govuk-table__${kind}--${format}`, classes);
}

function rest({ colspan, rowspan, attributes }: TableCell) {
  return { colspan: colspan || undefined, rowspan: rowspan || undefined, ...attributes };
}
