import type { Child } from "hono/jsx";
import { type Common, join, type Optional } from "../parts.ts";
import { Button } from "./button.tsx";
import { Heading } from "./heading.tsx";

export type PanelAction = { content: Child } & Common &
  Optional<{ href: string; type: "submit" | "button" }>;

export type PanelProps = Common & { title: Child } & Optional<{
    headingLevel: number;
    /** Shown only in an interruption (`govuk-panel--interruption`). */
    actions: Common & Optional<{ items: readonly PanelAction[] }>;
    children: Child;
  }>;

/** Tell that something is done, or stop to ask whether it is meant. */
export function Panel(props: PanelProps) {
  const interrupts = props.classes?.includes("govuk-panel--interruption");
  return (
    <div
      class={join("govuk-panel", !interrupts && "govuk-panel--confirmation", props.classes)}
      {...props.attributes}
    >
      <Heading level={props.headingLevel || 1} class="govuk-panel__title">
        {props.title}
      </Heading>
      {props.children && <div class="govuk-panel__body">{props.children}</div>}
      {interrupts && props.actions && <Actions {...props.actions} />}
    </div>
  );
}

function Actions(props: NonNullable<PanelProps["actions"]>) {
  return (
    <div class={join("govuk-panel__actions", props.classes)} {...props.attributes}>
      {props.items?.length ? (
        <div class="govuk-button-group">
          {props.items.map((action) => (
            <>
              <Action {...action} />{" "}
            </>
          ))}
        </div>
      ) : undefined}
    </div>
  );
}

function Action({ href, type, classes, attributes, content }: PanelAction) {
  if (href && type !== "button") {
    return (
      <a class={join("govuk-link govuk-link--inverse", classes)} href={href} {...attributes}>
        {content}
      </a>
    );
  }
  const look = { classes: join("govuk-button--inverse", classes), attributes };
  return (
    <Button type={type || "button"} href={href} {...look}>
      {content}
    </Button>
  );
}
