import { IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Tree.module.css';

export type TreeNode = {
  id: string;
  label: string;
  /** Shown at the end of the line, such as a count. */
  trailing?: ReactNode;
  children: TreeNode[];
};

type Props = {
  label: string;
  nodes: TreeNode[];
  chosen?: string;
  onChoose: (id: string) => void;
  /** Levels that stand open at first. */
  openLevels?: number;
};

type Line = { node: TreeNode; level: number; parent?: string };

function lines(nodes: TreeNode[], closed: ReadonlySet<string>, level = 1, parent?: string): Line[] {
  return nodes.flatMap((node) => [
    { node, level, parent },
    ...(closed.has(node.id) ? [] : lines(node.children, closed, level + 1, node.id)),
  ]);
}

function below(nodes: TreeNode[], depth: number): string[] {
  return nodes.flatMap((node) => [
    ...(depth <= 0 && node.children.length > 0 ? [node.id] : []),
    ...below(node.children, depth - 1),
  ]);
}

/** A tree as WAI-ARIA describes it: arrows walk, open and close; Enter chooses. */
export function Tree({ label, nodes, chosen, onChoose, openLevels = 2 }: Props) {
  const { t } = useTranslation();
  const [closed, setClosed] = useState<ReadonlySet<string>>(
    () => new Set(below(nodes, openLevels - 1)),
  );
  const [current, setCurrent] = useState<string>();
  const shown = lines(nodes, closed);
  const tabStop = [current, chosen].find((id) => shown.some(({ node }) => node.id === id));

  const toggle = (id: string, close = !closed.has(id)) => {
    const next = new Set(closed);
    if (close) next.add(id);
    else next.delete(id);
    setClosed(next);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const line = shown[index];
    if (!line) return;
    const open = line.node.children.length > 0 && !closed.has(line.node.id);
    const go = (to: number) => focusLine(event.currentTarget, to);
    switch (event.key) {
      case 'ArrowDown':
        go(index + 1);
        break;
      case 'ArrowUp':
        go(index - 1);
        break;
      case 'Home':
        go(0);
        break;
      case 'End':
        go(shown.length - 1);
        break;
      case 'ArrowRight':
        if (open) go(index + 1);
        else toggle(line.node.id, false);
        break;
      case 'ArrowLeft':
        if (open) toggle(line.node.id, true);
        else go(shown.findIndex(({ node }) => node.id === line.parent));
        break;
      case 'Enter':
      case ' ':
        onChoose(line.node.id);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <div role="tree" aria-label={label} className={classes.tree}>
      {shown.map(({ node, level }, index) => (
        <div
          key={node.id}
          role="treeitem"
          aria-level={level}
          aria-selected={node.id === chosen}
          aria-expanded={node.children.length > 0 ? !closed.has(node.id) : undefined}
          tabIndex={node.id === tabStop || (!tabStop && index === 0) ? 0 : -1}
          className={classes.line}
          style={{ paddingInlineStart: 6 + (level - 1) * 18 }}
          onFocus={() => setCurrent(node.id)}
          onKeyDown={(event) => onKeyDown(event, index)}
          onClick={() => onChoose(node.id)}
        >
          {node.children.length > 0 ? (
            <button
              type="button"
              tabIndex={-1}
              className={classes.toggle}
              data-open={!closed.has(node.id) || undefined}
              aria-label={t(closed.has(node.id) ? 'ui.unfold' : 'ui.fold', { name: node.label })}
              onClick={(event) => {
                event.stopPropagation();
                toggle(node.id);
              }}
            >
              <IconChevronRight size={14} aria-hidden />
            </button>
          ) : (
            <span className={classes.leaf} />
          )}
          <span className={classes.label}>{node.label}</span>
          {node.trailing !== undefined && <span className={classes.trailing}>{node.trailing}</span>}
        </div>
      ))}
    </div>
  );
}

function focusLine(line: HTMLElement, index: number) {
  const other = index >= 0 ? line.parentElement?.children[index] : undefined;
  if (other instanceof HTMLElement) other.focus();
}
