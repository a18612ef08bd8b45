namespace FeedbackLab.Analysis.Search.Contexts;

/// <summary>How terms are shown: in the form that is written most often.</summary>
public sealed class TermForms
{
    private readonly Dictionary<string, Dictionary<string, int>> _forms = new(StringComparer.Ordinal);

    /// <summary>Counts a use of a term.</summary>
    /// <param name="term">The use.</param>
    public void Add(PlacedTerm term)
    {
        if (!_forms.TryGetValue(term.Key, out var forms))
        {
            _forms.Add(term.Key, forms = new Dictionary<string, int>(StringComparer.Ordinal));
        }

        forms[term.Form] = forms.GetValueOrDefault(term.Form) + 1;
    }

    /// <summary>The form seen most often; of equals the shortest, then the first in ordinal order; the key where none was seen.</summary>
    /// <param name="key">The term's key.</param>
    public string Of(string key) => _forms.TryGetValue(key, out var forms)
        ? forms.OrderByDescending(f => f.Value).ThenBy(f => f.Key.Length).ThenBy(f => f.Key, StringComparer.Ordinal).First().Key
        : key;
}
