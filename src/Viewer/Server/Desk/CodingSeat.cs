namespace FeedbackLab.Viewer.Server.Desk;

/// <summary>Who codes, and how.</summary>
/// <param name="Who">Their name.</param>
/// <param name="IsBlind">Whether they see nothing of what others decided, and change nothing that stands.</param>
public sealed record CodingSeat(string Who, bool IsBlind);
