import type { Child } from "hono/jsx";
import { componentWordsHere } from "../component-words.ts";
import { type Common, join, type Optional } from "../parts.ts";
import { Heading } from "./heading.tsx";

export type NotificationBannerProps = Common &
  Optional<{
    /** "success" tells that what was asked is done, and is read out at once. */
    type: "success" | string;
    title: Child;
    titleId: string;
    titleHeadingLevel: number;
    role: string;
    disableAutoFocus: boolean;
    /** Plain words are shown as the banner's heading; elements as they are. */
    children: Child;
  }>;

export function NotificationBanner(props: NotificationBannerProps) {
  const words = componentWordsHere();
  const success = props.type === "success";
  const titleId = props.titleId || "govuk-notification-banner-title";
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: its role is region or alert, and both may be labelled.
    <div
      class={join(
        "govuk-notification-banner",
        success && "govuk-notification-banner--success",
        props.classes,
      )}
      role={props.role || (success ? "alert" : "region")}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading
          level={props.titleHeadingLevel || 2}
          class="govuk-notification-banner__title"
          id={titleId}
        >
          {props.title || (success ? words.success : words.important)}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof props.children === "string" ? (
          <p class="govuk-notification-banner__heading">{props.children}</p>
        ) : (
          props.children
        )}
      </div>
    </div>
  );
}
