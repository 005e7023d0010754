import { IconBinaryTree } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/shared/format';
import { useOrg } from '@/shared/place';
import { Page } from '@/ui/Page';
import { Asked, Empty } from '@/ui/States';
import classes from './ChartPage.module.css';
import { type Branch, branchesOf, useDepartments } from './departments';

/** Levels that stand open at first: more would not fit a screen. */
const openLevels = 2;

/** The organisation as a drawing: departments, who leads them, and how many work there. */
export function ChartPage() {
  const { t } = useTranslation();
  const org = useOrg();
  return (
    <Page
      title={t('directory.chart')}
      trail={
        <Link to="/o/$org/directory" params={{ org }}>
          {t('rail.directory')}
        </Link>
      }
      width="full"
    >
      <Asked question={useDepartments(org)}>
        {(departments) =>
          departments.length === 0 ? (
            <Empty icon={IconBinaryTree} title={t('directory.noDepartments')} />
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
            <section className={classes.chart} aria-label={t('directory.chart')} tabIndex={0}>
              <ul className={classes.level}>
                {branchesOf(departments).map((branch) => (
                  <Box key={branch.department.id} branch={branch} level={1} />
                ))}
              </ul>
            </section>
          )
        }
      </Asked>
    </Page>
  );
}

function Box({ branch, level }: { branch: Branch; level: number }) {
  const { t, i18n } = useTranslation();
  const org = useOrg();
  const { department, below, people } = branch;
  const [open, setOpen] = useState(level <= openLevels);
  return (
    <li className={classes.branch}>
      <div className={classes.box}>
        <Link
          to="/o/$org/directory"
          params={{ org }}
          search={{ department: department.id }}
          className={classes.name}
        >
          {department.name}
        </Link>
        {department.head && <span className={classes.head}>{department.head.name}</span>}
        <span className={classes.count}>
          {t('directory.people', { count: people, shown: formatNumber(people, i18n.language) })}
        </span>
        {below.length > 0 && (
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={open}
            aria-label={t(open ? 'ui.fold' : 'ui.unfold', { name: department.name })}
            onClick={() => setOpen(!open)}
          >
            {open ? '−' : below.length}
          </button>
        )}
      </div>
      {open && below.length > 0 && (
        <ul
          className={below.some((child) => child.below.length > 0) ? classes.level : classes.leaves}
        >
          {below.map((child) => (
            <Box key={child.department.id} branch={child} level={level + 1} />
          ))}
        </ul>
      )}
    </li>
  );
}
