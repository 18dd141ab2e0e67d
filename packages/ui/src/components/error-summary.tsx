import type { Child } from "hono/jsx";
import { componentWordsHere } from "../component-words.ts";
import { type Attributes, type Common, join, type Optional, present } from "../parts.ts";

/** One fault; `href` is `#` and the id of the field that has it. */
export type ErrorSummaryItem = { content: Child } & Optional<{
  href: string;
  attributes: Attributes;
}>;

export type ErrorSummaryProps = Common &
  Optional<{
    title: Child;
    description: Child;
    errorList: readonly ErrorSummaryItem[];
    disableAutoFocus: boolean;
  }>;

/** List what is wrong with a page, each fault a link to its field. Goes first in `main`. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const words = componentWordsHere();
  const items = present(props.errorList);
  return (
    <div
      class={join("govuk-error-summary", props.classes)}
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
      data-module="govuk-error-summary"
    >
      {/* The alert is a child, so that moving the focus to its parent cannot cut it short. */}
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.title ?? words.problem}</h2>
        <div class="govuk-error-summary__body">
          {props.description && <p>{props.description}</p>}
          {items.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {items.map((item) => (
                <Item {...item} />
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}

function Item({ href, attributes, content }: ErrorSummaryItem) {
  if (!href) return <li>{content}</li>;
  return (
    <li>
      <a href={href} {...attributes}>
        {content}
      </a>
    </li>
  );
}
