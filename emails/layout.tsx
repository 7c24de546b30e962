import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import type { Block } from "./blocks.ts";

export type LayoutProps = {
  readonly language: "ko" | "en";
  readonly subject: string;
  readonly blocks: readonly Block[];
  readonly button: { readonly label: string; readonly url: string };
  /** For mail programs that show no button, and for people who want to see where it leads. */
  readonly linkHelp: string;
  readonly footer: string;
};

/** The frame of every message. Reads the same without images, colours or styles. */
export function MessageLayout({ language, subject, blocks, button, linkHelp, footer }: LayoutProps) {
  return (
    <Html lang={language}>
      <Head>
        <title>{subject}</title>
      </Head>
      <Preview>{previewOf(blocks)}</Preview>
      <Body style={styles.body}>
        <Container style={styles.container}>
          <Heading as="h1" style={styles.heading}>
            {subject}
          </Heading>
          {blocks.map((block, index) => (
            <BlockPart key={index} block={block} />
          ))}
          <Section style={styles.action}>
            <Button href={button.url} style={styles.button}>
              {button.label}
            </Button>
          </Section>
          <Text style={styles.small}>
            {linkHelp}
            <br />
            <Link href={button.url} style={styles.link}>
              {button.url}
            </Link>
          </Text>
          <Hr style={styles.rule} />
          <Text style={styles.small}>{footer}</Text>
        </Container>
      </Body>
    </Html>
  );
}

function BlockPart({ block }: { readonly block: Block }) {
  if (block.kind === "list")
    return (
      <ul style={styles.list}>
        {block.items.map((item, index) => (
          <li key={index} style={styles.item}>
            {item}
          </li>
        ))}
      </ul>
    );
  return (
    <Text style={styles.text}>
      {block.lines.map((line, index) => (
        <span key={index}>
          {index > 0 && <br />}
          {line}
        </span>
      ))}
    </Text>
  );
}

/** What a list of mails shows under the subject: the first words after the greeting. */
function previewOf(blocks: readonly Block[]): string {
  const block = blocks[1] ?? blocks[0];
  const words = block?.kind === "list" ? block.items.join(" ") : (block?.lines.join(" ") ?? "");
  return words.slice(0, 120);
}

const fonts = '"Pretendard GOV", "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", sans-serif';
const styles = {
  body: { backgroundColor: "#f4f5f6", fontFamily: fonts, margin: 0, padding: "24px 0", wordBreak: "keep-all" },
  container: { backgroundColor: "#ffffff", maxWidth: "600px", padding: "32px 24px" },
  heading: { color: "#1e2124", fontSize: "20px", lineHeight: "1.5", margin: "0 0 24px" },
  text: { color: "#1e2124", fontSize: "16px", lineHeight: "1.7", margin: "0 0 16px" },
  list: { color: "#1e2124", fontSize: "16px", lineHeight: "1.7", margin: "0 0 16px", paddingLeft: "24px" },
  item: { margin: "0 0 4px" },
  action: { margin: "24px 0" },
  button: {
    backgroundColor: "#256ef4",
    borderRadius: "6px",
    color: "#ffffff",
    fontSize: "16px",
    fontWeight: "700",
    padding: "12px 24px",
  },
  small: { color: "#464c53", fontSize: "14px", lineHeight: "1.6", margin: "0 0 8px" },
  link: { color: "#0b50d0", wordBreak: "break-all" },
  rule: { borderColor: "#cdd1d5", margin: "24px 0" },
} as const;
