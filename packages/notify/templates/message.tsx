/** @jsxImportSource react */
import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Section,
  Text,
} from "@react-email/components";

/**
 * The letterhead of every message: the council's name and colour, what changed, the content, and who sends it.
 *
 * `{{…}}` are filled in when a message is made; the pieces that repeat or may be left out are further below.
 */
export function Layout() {
  return (
    <Html lang="{{lang}}" dir="ltr">
      <Head>
        <title>{"{{heading}}"}</title>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkMode}</style>
      </Head>
      <Body style={page}>
        <Container className="sheet" style={sheet}>
          <Section style={bar}>
            <Text style={barText}>{"{{brandName}}"}</Text>
          </Section>
          <Section style={content}>
            <Heading as="h1" lang="{{wordsLang}}" style={heading}>
              {"{{heading}}"}
            </Heading>
            {"{{content}}"}
            <Hr style={rule} />
            {"{{footer}}"}
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

export function Paragraph() {
  return (
    <Text lang="{{lang}}" style={words}>
      {"{{words}}"}
    </Text>
  );
}

export function Details() {
  return (
    <table cellPadding="0" cellSpacing="0" style={details}>
      <tbody>{"{{rows}}"}</tbody>
    </table>
  );
}

export function Detail() {
  return (
    <tr>
      <th scope="row" style={label}>
        {"{{label}}:"}
      </th>{" "}
      <td style={value}>{"{{value}}"}</td>
    </tr>
  );
}

export function Action() {
  return (
    <Button href="{{url}}" style={button}>
      {"{{label}}"}
    </Button>
  );
}

export function FooterLine() {
  return <Text style={small}>{"{{words}}"}</Text>;
}

export function FooterLink() {
  return (
    <Text style={small}>
      <Link href="{{url}}" style={link}>
        {"{{label}}"}
      </Link>
    </Text>
  );
}

/** The brand's own colours stand in both modes; all else is turned over. */
const darkMode =
  "@media (prefers-color-scheme:dark){.sheet{background:#1d1d1d!important;color:#f3f3f3!important}}";

const page = { margin: "0", fontFamily: "Arial, Helvetica, sans-serif" };
const sheet = { maxWidth: "600px", backgroundColor: "#ffffff", color: "#1a1a1a" };
const bar = { backgroundColor: "{{brandColour}}", padding: "16px 24px" };
const barText = {
  margin: "0",
  color: "{{onBrandColour}}",
  fontSize: "20px",
  fontWeight: "bold",
  lineHeight: "28px",
};
const content = { padding: "24px" };
const heading = { margin: "0 0 16px", fontSize: "24px", lineHeight: "32px" };
const words = { margin: "0 0 16px", fontSize: "16px", lineHeight: "24px" };
const details = { width: "100%", margin: "0 0 16px", fontSize: "16px", lineHeight: "24px" };
const label = {
  width: "40%",
  padding: "8px 16px 8px 0",
  borderTop: "1px solid #8a8a8a",
  textAlign: "left",
  verticalAlign: "top",
} as const;
const value = { padding: "8px 0", borderTop: "1px solid #8a8a8a", verticalAlign: "top" };
const button = {
  padding: "12px 20px",
  backgroundColor: "{{brandColour}}",
  color: "{{onBrandColour}}",
  fontSize: "16px",
  fontWeight: "bold",
  textDecoration: "underline",
};
const link = { color: "inherit", textDecoration: "underline" };
const rule = { margin: "24px 0 16px", borderColor: "#8a8a8a" };
const small = { margin: "0 0 8px", fontSize: "14px", lineHeight: "20px" };
