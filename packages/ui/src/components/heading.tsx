import { type Child, jsx } from "hono/jsx";

/** A heading whose level the page decides. */
export function Heading(props: {
  level: number;
  class?: string | undefined;
  id?: string | undefined;
  children?: Child;
}) {
  const { level, children, ...attributes } = props;
  return jsx(`h${level}`, attributes, children);
}
