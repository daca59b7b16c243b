// Texts for people in one language, out of the message files that the board reads too. Numbers are
// written as that language does, with a real minus and no break inside an amount.
import { IntlMessageFormat } from "intl-messageformat";
import type { ComponentChildren } from "preact";
import type nl from "../../../../shared/messages/nl.json";

export type Messages = typeof nl;
export type Key = keyof Messages;
export type Language = "nl" | "en";
// A text of the scenario, by language.
export type Text = { [language: string]: string };
export type Values = Record<string, string | number>;

export const languages: readonly Language[] = ["nl", "en"];

export function isLanguage(value: string | null | undefined): value is Language {
  return value === "nl" || value === "en";
}

const locales: Record<Language, string> = { nl: "nl-NL", en: "en-GB" };

export async function loadMessages(language: Language): Promise<Messages> {
  const file =
    language === "nl"
      ? await import("../../../../shared/messages/nl.json")
      : await import("../../../../shared/messages/en.json");
  return file.default;
}

export class Words {
  private readonly formats = new Map<Key, IntlMessageFormat>();
  private readonly numbers = new Map<number, Intl.NumberFormat>();
  private readonly clock: Intl.DateTimeFormat;

  constructor(
    readonly language: Language,
    private readonly messages: Messages,
  ) {
    this.clock = new Intl.DateTimeFormat(locales[language], { hour: "2-digit", minute: "2-digit" });
  }

  // Bound, so that it can be handed on alone.
  readonly t = (key: Key, values?: Values): string => String(this.format(key).format(values));

  // A message with tags, such as b for strong words; `values` says what each tag makes.
  rich(
    key: Key,
    values: Record<
      string,
      ComponentChildren | ((chunks: ComponentChildren[]) => ComponentChildren)
    >,
  ): ComponentChildren {
    return this.format(key).format<ComponentChildren>(
      values as Record<string, string>,
    ) as ComponentChildren;
  }

  text(text: Text | undefined): string {
    if (text === undefined) return "";
    return text[this.language] ?? Object.values(text)[0] ?? "";
  }

  number(value: number, decimals = 0): string {
    let format = this.numbers.get(decimals);
    if (format === undefined) {
      format = new Intl.NumberFormat(locales[this.language], {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      });
      this.numbers.set(decimals, format);
    }
    const rounded = Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value;
    return format.format(rounded).replace("-", "−");
  }

  // With its sign, also where it is positive.
  signed(value: number, decimals = 1): string {
    const text = this.number(value, decimals);
    return value >= 0.5 * 10 ** -decimals ? `+${text}` : text;
  }

  // An amount in millions of euros.
  money(millions: number): string {
    return this.t("money.millions", { amount: this.number(millions, 1) });
  }

  percent(share: number): string {
    return `${this.number(share * 100)}%`;
  }

  // Hours and minutes of a moment.
  time(ms: number): string {
    return this.clock.format(ms);
  }

  list(items: string[]): string {
    return new Intl.ListFormat(locales[this.language], { type: "conjunction" }).format(items);
  }

  private format(key: Key): IntlMessageFormat {
    let format = this.formats.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(this.messages[key] ?? key, locales[this.language]);
      this.formats.set(key, format);
    }
    return format;
  }
}
