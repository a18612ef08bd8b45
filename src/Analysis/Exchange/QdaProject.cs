using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>A project of the exchange format REFI-QDA 1.5 (<c>.qdpx</c>), as far as there is a place for it here. docs/guide/exchange.md.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsOurs">Whether this program wrote it, so that the lines of its descriptions mean something.</param>
/// <param name="Created">When it was begun; null where unknown.</param>
/// <param name="Modified">When it was last changed; null where unknown.</param>
/// <param name="Users">Who coded.</param>
/// <param name="Codebook">Its codes; null where it has none.</param>
/// <param name="Variables">What is known of cases and sources.</param>
/// <param name="Cases">Whom or what the texts are of.</param>
/// <param name="Sources">The texts.</param>
/// <param name="Notes">The notes that are taken over.</param>
public sealed record QdaProject(
    string Name,
    bool IsOurs,
    DateTimeOffset? Created,
    DateTimeOffset? Modified,
    ImmutableArray<QdaUser> Users,
    Codebook? Codebook,
    ImmutableArray<QdaVariable> Variables,
    ImmutableArray<QdaCase> Cases,
    ImmutableArray<QdaSource> Sources,
    ImmutableArray<QdaNote> Notes);

/// <summary>Somebody, or some program, that coded.</summary>
/// <param name="Id">Its GUID.</param>
/// <param name="Name">Its name.</param>
public sealed record QdaUser(Guid Id, string Name);

/// <summary>Something that is known of cases or sources.</summary>
/// <param name="Id">Its GUID.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>Text</c>, <c>Boolean</c>, <c>Integer</c>, <c>Float</c>, <c>Date</c> or <c>DateTime</c>.</param>
public sealed record QdaVariable(Guid Id, string Name, string Type);

/// <summary>What a variable is of a case or a source.</summary>
/// <param name="Variable">GUID of the variable.</param>
/// <param name="Value">As it is written in the file.</param>
public sealed record QdaValue(Guid Variable, string Value);

/// <summary>A case.</summary>
/// <param name="Id">Its GUID.</param>
/// <param name="Name">Its name; may be empty.</param>
/// <param name="Values">What is known of it.</param>
/// <param name="Sources">GUIDs of the sources that are its.</param>
/// <param name="Selections">GUIDs of the selections that are its.</param>
public sealed record QdaCase(Guid Id, string Name, ImmutableArray<QdaValue> Values, ImmutableArray<Guid> Sources, ImmutableArray<Guid> Selections);

/// <summary>A text.</summary>
/// <param name="Id">Its GUID.</param>
/// <param name="Name">Its name; may be empty.</param>
/// <param name="Description">What is written about it.</param>
/// <param name="Text">Its plain text, LF at line ends.</param>
/// <param name="Selections">Stretches of it.</param>
/// <param name="Values">What is known of it.</param>
public sealed record QdaSource(Guid Id, string Name, string Description, string Text, ImmutableArray<QdaSelection> Selections, ImmutableArray<QdaValue> Values);

/// <summary>A stretch of a text.</summary>
/// <param name="Id">Its GUID.</param>
/// <param name="Name">Its name; may be empty.</param>
/// <param name="Description">What is written about it.</param>
/// <param name="Span">Where it stands: UTF-16 code units, half-open. The file counts Unicode code points.</param>
/// <param name="Codings">The codes that it has.</param>
/// <param name="Notes">GUIDs of its notes.</param>
public sealed record QdaSelection(Guid Id, string Name, string Description, TextSpan Span, ImmutableArray<QdaCoding> Codings, ImmutableArray<Guid> Notes);

/// <summary>A code on a stretch.</summary>
/// <param name="Id">Its GUID.</param>
/// <param name="Code">GUID of the code.</param>
/// <param name="User">GUID of who coded; null where unknown.</param>
/// <param name="When">When; null where unknown.</param>
public sealed record QdaCoding(Guid Id, Guid Code, Guid? User, DateTimeOffset? When);

/// <summary>A note.</summary>
/// <param name="Id">Its GUID.</param>
/// <param name="Name">Its name; may be empty.</param>
/// <param name="Description">What is written about it.</param>
/// <param name="Text">Its text.</param>
public sealed record QdaNote(Guid Id, string Name, string Description, string Text);
