from canllaw.outputs.tables import with_columns_named

TABLE = (
    "<table>\n<thead>\n<tr>\n<th>What</th>\n<th>By <b>when</b></th>\n</tr>\n</thead>\n"
    "<tbody>\n<tr>\n<td>An appeal</td>\n<td>8 weeks</td>\n</tr>\n</tbody>\n</table>"
)


def test_every_value_names_its_column() -> None:
    """Each value but the first of its row says which column it is in; nothing else changes."""
    made = with_columns_named(f"<p>Before.</p>{TABLE}")
    assert (
        made
        == '<p>Before.</p><div class="table-wrap">'
        + TABLE.replace("<td>8 weeks", '<td data-label="By when">8 weeks')
        + "</div>"
    )


def test_tables_of_macros_are_left_alone() -> None:
    """A table with a class has its labels already."""
    html = '<table class="deadlines"><tr><td>8 weeks</td></tr></table>'
    assert with_columns_named(html) == html


def test_corner_without_words_is_no_heading() -> None:
    """Where the first column has no heading its cells head their rows, and the corner is a cell."""
    made = with_columns_named(TABLE.replace("<th>What</th>", "<th></th>"))
    assert "<th></th>" not in made
    assert "<tr>\n<td></td>\n<th>By <b>when</b></th>" in made
    assert '<tr>\n<th scope="row">An appeal</th>\n<td data-label="By when">8 weeks</td>' in made
