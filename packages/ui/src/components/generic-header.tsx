import type { Child } from "hono/jsx";
import { type Common, join, type Optional } from "../parts.ts";

export type GenericHeaderProps = Common & { logo: Child } & Optional<{
    /** Where the logo leads. */
    url: string;
    containerClasses: string;
  }>;

export function GenericHeader(props: GenericHeaderProps) {
  const container = props.containerClasses || "govuk-width-container";
  return (
    <div class={join("govuk-generic-header", props.classes)} {...props.attributes}>
      <div class={join("govuk-generic-header__container", container)}>
        <div class="govuk-generic-header__logo">
          <a href={props.url || "/"} class="govuk-generic-header__homepage-link">
            {props.logo}
          </a>
        </div>
      </div>
    </div>
  );
}
