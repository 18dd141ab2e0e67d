import type { Child } from "hono/jsx";
import {
  type Attributes,
  type Common,
  join,
  type Nothing,
  type Optional,
  partOf,
  present,
  type Slot,
} from "../parts.ts";
import { Heading } from "./heading.tsx";

export type SummaryAction = { href: string; content: Child } & Optional<{
  /** Says which answer the link is about to those who hear links out of their place. */
  visuallyHiddenText: string;
  classes: string;
  attributes: Attributes;
}>;
export type SummaryActions = Optional<{ items: readonly SummaryAction[]; classes: string }>;

export type SummaryRow = { key: Slot; value: Slot } & Optional<{
  classes: string;
  actions: SummaryActions;
}>;

export type SummaryCard = Common &
  Optional<{ title: Slot<{ headingLevel: number }>; actions: SummaryActions }>;

export type SummaryListProps = Common & { rows: readonly (SummaryRow | Nothing)[] } & Optional<{
    /** Puts the list in a card with a title and actions of its own. */
    card: SummaryCard;
  }>;

/** Read back what is known, each line with what can be done about it. */
export function SummaryList(props: SummaryListProps) {
  const rows = present(props.rows);
  const anyActions = rows.some((row) => row.actions?.items?.length);
  const title = partOf(props.card?.title)?.content;
  const list = (
    <dl class={join("govuk-summary-list", props.classes)} {...props.attributes}>
      {rows.map((row) => (
        <Row row={row} bare={anyActions && !row.actions?.items} cardTitle={title} />
      ))}
    </dl>
  );
  return props.card ? <Card {...props.card}>{list}</Card> : list;
}

function Row({ row, bare, cardTitle }: { row: SummaryRow; bare: boolean; cardTitle: Child }) {
  const key = partOf(row.key);
  const value = partOf(row.value);
  return (
    <div
      class={join(
        "govuk-summary-list__row",
        bare && "govuk-summary-list__row--no-actions",
        row.classes,
      )}
    >
      <dt class={join("govuk-summary-list__key", key?.classes)}>{key?.content}</dt>
      <dd class={join("govuk-summary-list__value", value?.classes)}>{value?.content}</dd>
      <RowActions {...row.actions} cardTitle={cardTitle} />
    </div>
  );
}

function RowActions({ items, classes, cardTitle }: SummaryActions & { cardTitle: Child }) {
  if (!items?.length) return null;
  return (
    <dd class={join("govuk-summary-list__actions", classes)}>
      {items.length === 1 ? (
        items.map((action) => <ActionLink {...action} cardTitle={cardTitle} />)
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {items.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink {...action} cardTitle={cardTitle} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

function Card(props: SummaryCard & { children?: Child }) {
  const title = partOf(props.title);
  return (
    <div class={join("govuk-summary-card", props.classes)} {...props.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title && (
          <Heading
            level={title.headingLevel || 2}
            class={join("govuk-summary-card__title", title.classes)}
          >
            {title.content}
          </Heading>
        )}
        <CardActions {...props.actions} cardTitle={title?.content} />
      </div>
      <div class="govuk-summary-card__content">{props.children}</div>
    </div>
  );
}

function CardActions({ items, classes, cardTitle }: SummaryActions & { cardTitle: Child }) {
  if (!items?.length) return null;
  const look = join("govuk-summary-card__actions", classes);
  if (items.length === 1) {
    return (
      <div class={look}>
        {items.map((action) => (
          <ActionLink {...action} cardTitle={cardTitle} />
        ))}
      </div>
    );
  }
  return (
    <ul class={look}>
      {items.map((action) => (
        <li class="govuk-summary-card__action">
          <ActionLink {...action} cardTitle={cardTitle} />
        </li>
      ))}
    </ul>
  );
}

function ActionLink(props: SummaryAction & { cardTitle: Child }) {
  const { visuallyHiddenText, cardTitle } = props;
  return (
    <a class={join("govuk-link", props.classes)} href={props.href} {...props.attributes}>
      {props.content}
      {(visuallyHiddenText || cardTitle) && (
        <span class="govuk-visually-hidden">
          {visuallyHiddenText && ` ${visuallyHiddenText}`}
          {cardTitle && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  );
}
