import { Layout, type LayoutProps } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import type { Look } from "../environment.ts";
import { type Speech, SpeechProvider, speeches } from "../words/speech.tsx";
import { Column } from "./council-page.tsx";
import { spokenLayout } from "./spoken-layout.ts";

interface PlainPageProps {
  readonly look: Look;
  readonly title: string;
  readonly name?: string;
  readonly speech?: Speech;
  /** The same page in each language, where it is there in several. */
  readonly languages?: LayoutProps["languages"];
  readonly children?: Child;
}

/** A page that is no council's. */
export function PlainPage(props: PlainPageProps) {
  const { speech = speeches.en } = props;
  return (
    <SpeechProvider value={speech}>
      <Layout
        {...spokenLayout(speech)}
        title={props.title}
        brand={{ name: props.name ?? speech.words.frame.council }}
        home="/"
        assets={props.look.assets}
        {...(props.languages ? { languages: props.languages } : {})}
        head={<link rel="stylesheet" href={props.look.stylesheet} />}
      >
        <Column>{props.children}</Column>
      </Layout>
    </SpeechProvider>
  );
}
