import type { Child } from "hono/jsx";
import { type Common, join, type Optional } from "../parts.ts";

export type ButtonProps = Common &
  Optional<{
    id: string;
    /** Makes it a link that looks like a button: to begin a service, not to send a form. */
    href: string;
    type: "submit" | "button" | "reset";
    name: string;
    value: string;
    disabled: boolean;
    preventDoubleClick: boolean;
    isStartButton: boolean;
    children: Child;
  }>;

export function Button(props: ButtonProps) {
  const common = {
    class: join("govuk-button", props.classes, props.isStartButton && "govuk-button--start"),
    "data-module": "govuk-button",
    ...props.attributes,
    id: props.id,
  };
  if (props.href) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: it leads somewhere, which a button cannot do without a form.
      <a href={props.href} role="button" draggable="false" {...common}>
        <Words {...props} />
      </a>
    );
  }
  return (
    <button
      type={props.type || "submit"}
      value={props.value || undefined}
      name={props.name || undefined}
      disabled={props.disabled}
      aria-disabled={props.disabled ? "true" : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      {...common}
    >
      <Words {...props} />
    </button>
  );
}

/** A start button is a flexbox, in which the spaces around an inner element would be lost. */
function Words({ isStartButton, children }: ButtonProps) {
  if (!isStartButton) return <>{children}</>;
  return (
    <>
      {typeof children === "string" ? children : <span>{children}</span>}
      <svg
        class="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </>
  );
}
