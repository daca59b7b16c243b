// Controls that set one value: an amount in steps, one of a few, a place on a line.
import { useEffect, useRef, useState } from "preact/hooks";
import { useWords } from "../i18n/context";
import { useIds } from "./basic";

// An amount: one tab stop, arrows inside, the buttons for pointer and touch, or typed.
export function Stepper({
  label,
  value,
  onChange,
  step = 0.5,
  min = 0,
  max = 100,
  decimals = 1,
  bad = false,
  describedBy,
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
  step?: number;
  min?: number;
  max?: number;
  decimals?: number;
  bad?: boolean;
  describedBy?: string;
}) {
  const words = useWords();
  const [typed, setTyped] = useState<string>();
  const set = (next: number) => {
    const scale = 10 ** decimals;
    onChange(Math.min(max, Math.max(min, Math.round(next * scale) / scale)));
  };
  const finish = () => {
    if (typed === undefined) return;
    const read = Number(typed.replace(",", ".").replace("−", "-"));
    if (typed.trim() !== "" && Number.isFinite(read)) set(read);
    setTyped(undefined);
  };
  const leaving = useRef(finish);
  leaving.current = finish;
  // A page that is left or loaded again takes what stands there as typed.
  useEffect(() => {
    const leave = () => leaving.current();
    addEventListener("pagehide", leave);
    return () => removeEventListener("pagehide", leave);
  }, []);
  const keys = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowUp: step,
      ArrowDown: -step,
      PageUp: step * 5,
      PageDown: -step * 5,
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      set(value + move);
    }
    if (event.key === "Enter") finish();
  };
  const shown = words.number(value, decimals);
  return (
    <span class={bad ? "stepper bad" : "stepper"}>
      <button
        type="button"
        tabIndex={-1}
        aria-hidden="true"
        disabled={value <= min}
        onClick={() => set(value - step)}
      >
        −
      </button>
      <input
        inputMode="decimal"
        role="spinbutton"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuetext={shown}
        aria-invalid={bad}
        aria-describedby={describedBy}
        value={typed ?? shown}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={keys}
      />
      <button
        type="button"
        tabIndex={-1}
        aria-hidden="true"
        disabled={value >= max}
        onClick={() => set(value + step)}
      >
        +
      </button>
    </span>
  );
}

export interface Choice<T> {
  value: T;
  label: string;
  // Why it cannot be chosen.
  reason?: string;
}

// One of a few, drawn as segments; to a keyboard a group of radio buttons.
export function Segments<T extends string | number>({
  label,
  choices,
  value,
  onChange,
  hideLabel = false,
  wide = false,
  describedBy,
  reason,
}: {
  label: string;
  choices: Choice<T>[];
  value: T | undefined;
  onChange: (value: T) => void;
  hideLabel?: boolean;
  wide?: boolean;
  describedBy?: string;
  // Why nothing can be chosen.
  reason?: string;
}) {
  const id = useIds("choice");
  const reasons = choices.filter((choice) => choice.reason !== undefined);
  return (
    <fieldset class={wide ? "segments wide" : "segments"} aria-describedby={describedBy}>
      <legend class={hideLabel ? "hidden-text" : undefined}>{label}</legend>
      <span class="segment-row">
        {choices.map((choice) => (
          <label key={choice.value} class={(reason ?? choice.reason) ? "unable" : undefined}>
            <input
              type="radio"
              name={id("group")}
              checked={choice.value === value}
              disabled={(reason ?? choice.reason) !== undefined}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </span>
      {reason !== undefined && <small class="reason">{reason}</small>}
      {reasons.map((choice) => (
        <small key={choice.value} class="reason">
          {choice.reason}
        </small>
      ))}
    </fieldset>
  );
}

export function TextField({
  label,
  hint,
  value,
  onChange,
  rows,
  placeholder,
  maxLength = 2000,
  onEnter,
  hideLabel = false,
  describedBy,
}: {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  placeholder?: string;
  maxLength?: number;
  onEnter?: () => void;
  hideLabel?: boolean;
  // What is wrong with what stands there.
  describedBy?: string;
}) {
  const id = useIds("field");
  const described = [hint === undefined ? undefined : id("hint"), describedBy];
  const common = {
    id: id("input"),
    class: "input",
    value,
    placeholder,
    maxLength,
    "aria-describedby": described.filter((held) => held !== undefined).join(" ") || undefined,
    "aria-invalid": describedBy === undefined ? undefined : true,
  };
  return (
    <div class="field">
      <label for={id("input")} class={hideLabel ? "hidden-text" : undefined}>
        {label}
      </label>
      {hint !== undefined && (
        <small class="quiet" id={id("hint")}>
          {hint}
        </small>
      )}
      {rows === undefined ? (
        <input
          {...common}
          onInput={(event) => onChange(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.isComposing) onEnter?.();
          }}
        />
      ) : (
        <textarea
          {...common}
          rows={rows}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  );
}

export function CheckBox({
  label,
  checked,
  onChange,
  hideLabel = false,
  disabled = false,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hideLabel?: boolean;
  disabled?: boolean;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class={hideLabel ? "hidden-text" : undefined}>{label}</span>
    </label>
  );
}
