// The field for a session's code. Codes hold letters only, without I, L and O; a sign that never
// occurs is answered with the letter that was probably meant.
import { useWords } from "../i18n/context";
import { useIds } from "../parts/basic";

const meant: Record<string, string> = {
  "0": "D",
  O: "D",
  "1": "J",
  I: "J",
  L: "J",
  "8": "B",
  "5": "S",
};

export interface CodeInput {
  code: string; // the letters that can stand in a code
  wrong?: string; // the first sign that cannot
  instead?: string; // the letter that was probably meant
}

export function readCode(typed: string): CodeInput {
  const signs = [...typed.toUpperCase()].filter((sign) => sign !== " " && sign !== "-");
  const wrong = signs.find((sign) => !/[A-HJKMNP-Z]/.test(sign));
  const code = signs
    .filter((sign) => /[A-HJKMNP-Z]/.test(sign))
    .join("")
    .slice(0, 6);
  return { code, wrong, instead: wrong === undefined ? undefined : meant[wrong] };
}

export function CodeField({
  value,
  onChange,
  onEnter,
  wrong,
}: {
  value: string;
  onChange: (code: string, input: CodeInput) => void;
  onEnter: () => void;
  wrong?: CodeInput;
}) {
  const words = useWords();
  const id = useIds("code");
  return (
    <div class="field">
      <label for={id("input")}>{words.t("page.code.label")}</label>
      <small class="quiet" id={id("hint")}>
        {words.t("page.code.hint")}
      </small>
      <input
        id={id("input")}
        class="input code"
        value={value}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        aria-describedby={id("hint")}
        onInput={(event) => {
          const input = readCode(event.currentTarget.value);
          event.currentTarget.value = input.code;
          onChange(input.code, input);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") onEnter();
        }}
      />
      {wrong?.wrong !== undefined && (
        <small class="bad-text" role="alert">
          {wrong.instead === undefined
            ? words.t("page.code.never", { sign: wrong.wrong })
            : words.t("page.code.meant", { sign: wrong.wrong, letter: wrong.instead })}
        </small>
      )}
    </div>
  );
}
