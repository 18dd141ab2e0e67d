import type { Child } from "hono/jsx";
import {
  type Common,
  join,
  type Nothing,
  type Optional,
  type Part,
  partOf,
  type Slot,
} from "../parts.ts";
import { Tag } from "./tag.tsx";

/** How far a task has got: plain words when done, a tag when it asks for attention. */
export type TaskStatus = Part<{ tag: Part }>;

export type TaskListItem = { title: Slot } & Optional<{
  href: string;
  hint: Slot;
  status: TaskStatus;
  classes: string;
}>;

export type TaskListProps = Common & { items: readonly (TaskListItem | Nothing)[] } & Optional<{
    idPrefix: string;
  }>;

/** Show the parts of a long form, and which of them are done. */
export function TaskList({ items, idPrefix, classes, attributes }: TaskListProps) {
  return (
    <ul class={join("govuk-task-list", classes)} {...attributes}>
      {items.map(
        (item, index) =>
          item && <Item item={item} id={`${idPrefix || "task-list"}-${index + 1}`} />,
      )}
    </ul>
  );
}

function Item({ item, id }: { item: TaskListItem; id: string }) {
  const hint = partOf(item.hint);
  const link = item.href && "govuk-task-list__item--with-link";
  return (
    <li class={join("govuk-task-list__item", link, item.classes)}>
      <div class="govuk-task-list__name-and-hint">
        <Title item={item} describedBy={join(hint && `${id}-hint`, `${id}-status`)} />
        {hint && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {hint.content}
          </div>
        )}
      </div>
      <div class={join("govuk-task-list__status", item.status?.classes)} id={`${id}-status`}>
        <Status {...item.status} />
      </div>
    </li>
  );
}

function Title({ item, describedBy }: { item: TaskListItem; describedBy: string }) {
  const title = partOf(item.title);
  if (!item.href) return <div class={title?.classes}>{title?.content}</div>;
  return (
    <a
      class={join("govuk-link govuk-task-list__link", title?.classes)}
      href={item.href}
      aria-describedby={describedBy}
    >
      {title?.content}
    </a>
  );
}

function Status({ tag, content }: TaskStatus): Child {
  if (!tag) return <>{content}</>;
  return (
    <Tag classes={tag.classes} attributes={tag.attributes}>
      {tag.content}
    </Tag>
  );
}
