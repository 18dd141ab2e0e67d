import { Layout } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import type { Look } from "../environment.ts";
import { Column } from "./council-page.tsx";

/** A page that is no council's. */
export function PlainPage(props: { look: Look; title: string; name?: string; children?: Child }) {
  return (
    <Layout
      lang="en-GB"
      title={props.title}
      brand={{ name: props.name ?? "Council services" }}
      home="/"
      assets={props.look.assets}
      head={<link rel="stylesheet" href={props.look.stylesheet} />}
    >
      <Column>{props.children}</Column>
    </Layout>
  );
}
