import { ActionIcon, Button, Radio, Select, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { optionsOf, useDepartments } from './departments';
import { useDesignations } from './designations';
import classes from './PostFields.module.css';
import type { Post } from './people';

type Props = { posts: Post[]; onChange: (posts: Post[]) => void };

/** One main post and any number of concurrent ones. */
export function PostFields({ posts, onChange }: Props) {
  const { t } = useTranslation();
  const org = useOrg();
  const departments = optionsOf(useDepartments(org).data ?? []);
  const change = (index: number, next: Partial<Post>) =>
    onChange(posts.map((post, at) => (at === index ? { ...post, ...next } : post)));
  const makeMain = (index: number) =>
    onChange(posts.map((post, at) => ({ ...post, main: at === index })));
  const remove = (index: number) => {
    const rest = posts.filter((_, at) => at !== index);
    onChange(
      rest.map((post, at) => ({
        ...post,
        main: post.main || (posts[index]?.main === true && at === 0),
      })),
    );
  };
  const free = departments.find(
    ({ value }) => !posts.some(({ department }) => department === value),
  );

  return (
    <fieldset className={classes.posts}>
      <legend className={classes.legend}>{t('people.posts')}</legend>
      {posts.map((post, index) => (
        <PostField
          // biome-ignore lint/suspicious/noArrayIndexKey: a post has no identity but its place
          key={index}
          post={post}
          departments={departments}
          onChange={(next) => change(index, next)}
          onMain={() => makeMain(index)}
          onRemove={() => remove(index)}
        />
      ))}
      {free && (
        <Button
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...posts, { department: free.value, main: posts.length === 0 }])}
        >
          {t(posts.length === 0 ? 'people.posts.add' : 'people.posts.addConcurrent')}
        </Button>
      )}
    </fieldset>
  );
}

type FieldProps = {
  post: Post;
  departments: { value: string; label: string }[];
  onChange: (next: Partial<Post>) => void;
  onMain: () => void;
  onRemove: () => void;
};

function PostField({ post, departments, onChange, onMain, onRemove }: FieldProps) {
  const { t } = useTranslation();
  const org = useOrg();
  const options = (list: { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={classes.post}>
      <div className={classes.place}>
        <Select
          aria-label={t('people.department')}
          searchable
          allowDeselect={false}
          data={departments}
          value={post.department}
          onChange={(department) => department && onChange({ department })}
        />
        <Radio name="main" label={t('people.main')} checked={post.main} onChange={onMain} />
        <Tooltip label={t('people.posts.remove')}>
          <ActionIcon aria-label={t('people.posts.remove')} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.designations}>
        <Select
          aria-label={t('people.rank')}
          placeholder={t('people.rank')}
          clearable
          data={options(useDesignations(org, 'ranks'))}
          value={post.rank ?? null}
          onChange={(rank) => onChange({ rank: rank ?? undefined })}
        />
        <Select
          aria-label={t('people.jobTitle')}
          placeholder={t('people.jobTitle')}
          clearable
          data={options(useDesignations(org, 'titles'))}
          value={post.title ?? null}
          onChange={(title) => onChange({ title: title ?? undefined })}
        />
        <TextInput
          aria-label={t('people.duty')}
          placeholder={t('people.duty')}
          value={post.duty ?? ''}
          onChange={({ currentTarget }) => onChange({ duty: currentTarget.value })}
        />
      </div>
    </div>
  );
}
