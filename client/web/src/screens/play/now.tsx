// What is new: the latest things that happened, newest first.
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { happenedText } from "../../i18n/happening";
import { Card } from "../../parts/basic";

const shown_max = 8;

export function NowList() {
  const words = useWords();
  const scene = useScene();
  const items = [];
  for (const happening of [...scene.history.happenings].reverse()) {
    const text = happenedText(words, scene, happening);
    if (text === undefined) continue;
    items.push({ ...happening, text });
    if (items.length === shown_max) break;
  }
  if (items.length === 0) return null;
  return (
    <Card title={words.t("page.new")}>
      <ul class="news">
        {items.map((item) => (
          <li key={item.number}>
            <span>{item.text}</span>
            <time class="quiet small">{words.time(item.at_ms)}</time>
          </li>
        ))}
      </ul>
    </Card>
  );
}
